/** From what the files say to what they mean: includes, names, typedefs, constants, services. */
@NullMarked
package io.quarkiverse.volo.codegen.resolve;

import org.jspecify.annotations.NullMarked;
