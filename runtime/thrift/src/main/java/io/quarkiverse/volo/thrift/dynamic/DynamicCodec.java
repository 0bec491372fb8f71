package io.quarkiverse.volo.thrift.dynamic;

import java.util.Map;

import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;

/**
 * Reads and writes a struct without its generated class: as a map, see {@link DynamicStruct}. What it writes is byte for byte
 * what the generated class writes for the same values.
 *
 * @param descriptor of the struct, union or exception
 */
public record DynamicCodec(StructDescriptor descriptor) implements StructCodec<Map<String, Object>> {

    @Override
    public String name() {
        return descriptor.name();
    }

    @Override
    public DynamicStruct read(ThriftReader in) {
        return DynamicReader.struct(in, descriptor);
    }

    /**
     * @throws InvalidValueException if the value does not fit, see {@link DynamicStruct#of}: then nothing has been written; or
     *         if a union in it was read with a member that the IDL does not name
     */
    @Override
    public void write(ThriftWriter out, Map<String, Object> value) {
        DynamicWriter.struct(out, DynamicStruct.of(descriptor, value));
    }
}
