/** Values of the IDL without their generated classes: maps by the names of fields, read and written as a descriptor says. */
@NullMarked
package io.quarkiverse.volo.thrift.dynamic;

import org.jspecify.annotations.NullMarked;
