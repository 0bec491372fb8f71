package io.quarkiverse.volo.runtime.config;

/** How messages of gRPC are compressed. */
public enum GrpcCompression {
    IDENTITY,
    GZIP,
    DEFLATE,
    ZSTD
}
