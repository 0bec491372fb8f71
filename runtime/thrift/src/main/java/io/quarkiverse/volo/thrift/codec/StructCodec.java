package io.quarkiverse.volo.thrift.codec;

import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;

/** Reads and writes one generated type; stateless, for any thread. */
public interface StructCodec<T> {

    /** The type's name in the IDL. */
    String name();

    /**
     * What the IDL says of the type; read when it is first asked for.
     *
     * @throws UnsupportedOperationException if the codec is not a generated one
     */
    default StructDescriptor descriptor() {
        throw new UnsupportedOperationException(name() + ": has no descriptor (expected: a generated codec)");
    }

    /**
     * Reads one value up to and including its STOP.
     *
     * @throws io.quarkiverse.volo.error.VoloException of kind PROTOCOL if the bytes are no such value
     */
    T read(ThriftReader in);

    /** Writes the value with its STOP. */
    void write(ThriftWriter out, T value);
}
