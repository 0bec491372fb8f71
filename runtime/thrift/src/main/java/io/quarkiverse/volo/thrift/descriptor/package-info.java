/** What the IDL says of generated types and services: names, ids, types, defaults, annotations, comments. */
@NullMarked
package io.quarkiverse.volo.thrift.descriptor;

import org.jspecify.annotations.NullMarked;
