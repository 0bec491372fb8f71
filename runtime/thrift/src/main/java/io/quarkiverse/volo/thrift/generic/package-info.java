/** Calls and serves methods by name, without their generated interfaces. */
@NullMarked
package io.quarkiverse.volo.thrift.generic;

import org.jspecify.annotations.NullMarked;
