/** What the IDL files mean: types, fields, values and services with every name looked up. */
@NullMarked
package io.quarkiverse.volo.codegen.model;

import org.jspecify.annotations.NullMarked;
