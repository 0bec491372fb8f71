package io.quarkiverse.volo.thrift.codec;

/** Reads and writes one generated type; stateless, for any thread. */
public interface StructCodec<T> {

    /** The type's name in the IDL. */
    String name();

    /**
     * Reads one value up to and including its STOP.
     *
     * @throws io.quarkiverse.volo.error.VoloException of kind PROTOCOL if the bytes are no such value
     */
    T read(ThriftReader in);

    /** Writes the value with its STOP. */
    void write(ThriftWriter out, T value);
}
