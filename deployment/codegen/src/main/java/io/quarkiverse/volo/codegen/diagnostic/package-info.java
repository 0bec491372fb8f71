/** What is wrong with an IDL file, and where: place, message and the place it collides with. */
@NullMarked
package io.quarkiverse.volo.codegen.diagnostic;

import org.jspecify.annotations.NullMarked;
