/** From what the files mean to Java: one emitter per kind of definition, and one table of names. */
@NullMarked
package io.quarkiverse.volo.codegen.java;

import org.jspecify.annotations.NullMarked;
