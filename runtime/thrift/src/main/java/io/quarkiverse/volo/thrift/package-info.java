/** What a Thrift method is, and the exception that every Thrift peer understands. */
@NullMarked
package io.quarkiverse.volo.thrift;

import org.jspecify.annotations.NullMarked;
