/** Java for the services of Protobuf files, from the descriptors that protoc writes. */
@NullMarked
package io.quarkiverse.volo.codegen.proto;

import org.jspecify.annotations.NullMarked;
