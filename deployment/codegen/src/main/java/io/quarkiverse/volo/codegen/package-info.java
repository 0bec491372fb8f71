/** The IDL compiler: Thrift files in, Java sources out; plain Java, no external program. */
@NullMarked
package io.quarkiverse.volo.codegen;

import org.jspecify.annotations.NullMarked;
