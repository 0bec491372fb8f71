/** Bytes to values and back in Thrift's protocols; knows nothing of calls. */
@NullMarked
package io.quarkiverse.volo.thrift.codec;

import org.jspecify.annotations.NullMarked;
