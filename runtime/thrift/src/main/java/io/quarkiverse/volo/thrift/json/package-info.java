/** Values of the IDL as JSON, with the names of fields as keys, and back. */
@NullMarked
package io.quarkiverse.volo.thrift.json;

import org.jspecify.annotations.NullMarked;
