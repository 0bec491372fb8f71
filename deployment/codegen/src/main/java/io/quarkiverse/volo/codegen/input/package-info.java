/** Where IDL files come from besides a directory of their own, and which of their definitions are wanted. */
@NullMarked
package io.quarkiverse.volo.codegen.input;

import org.jspecify.annotations.NullMarked;
