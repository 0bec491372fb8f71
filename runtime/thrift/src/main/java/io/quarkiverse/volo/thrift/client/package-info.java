/** A Thrift client's innermost service and its connections. */
@NullMarked
package io.quarkiverse.volo.thrift.client;

import org.jspecify.annotations.NullMarked;
