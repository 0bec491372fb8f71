package io.quarkiverse.volo.thrift.dynamic;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.codec.ResultCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftType;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.descriptor.FieldDescriptor;
import io.quarkiverse.volo.thrift.descriptor.MethodDescriptor;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.descriptor.TypeDescriptor;

/** Reads and writes what a method answers without generated classes. Values are as {@link DynamicStruct} says. */
public record DynamicResultCodec(MethodDescriptor method) implements ResultCodec<Object> {

    @Override
    public @Nullable Object read(ThriftReader in) {
        TypeDescriptor result = method.result();
        Object success = null;
        DynamicException failure = null;
        in.structBegin();
        for (int header; (header = in.readField()) != 0;) {
            if (result != null && header == WireTypes.header(result, 0)) {
                success = DynamicReader.value(in, result);
            } else {
                StructDescriptor exception = exception(header);
                if (exception == null) {
                    in.skipField(header);
                } else {
                    failure = new DynamicException(exception.name(), DynamicReader.struct(in, exception));
                }
            }
        }
        in.structEnd();
        if (failure != null) {
            throw failure;
        }
        if (result != null && success == null) {
            throw ThriftException.missingResult(method.fullName());
        }
        return success;
    }

    private @Nullable StructDescriptor exception(int header) {
        if (header >>> 16 == ThriftType.STRUCT) {
            for (FieldDescriptor declared : method.exceptions()) {
                if (declared.id() == (short) header) {
                    return struct(declared);
                }
            }
        }
        return null;
    }

    private static StructDescriptor struct(FieldDescriptor exception) {
        return (StructDescriptor) ((TypeDescriptor.Defined) exception.type()).definition();
    }

    @Override
    public void writeSuccess(ThriftWriter out, @Nullable Object value) {
        TypeDescriptor result = method.result();
        if (result == null) {
            out.structBegin();
        } else {
            if (value == null) {
                throw ThriftException.missingResult(method.fullName());
            }
            Object fitted = ValueFitting.fit(result, value, 0);
            out.structBegin();
            out.writeField(WireTypes.header(result, 0));
            DynamicWriter.value(out, result, fitted);
        }
        out.structEnd();
    }

    @Override
    public boolean writeFailure(ThriftWriter out, Throwable failure) {
        if (failure instanceof DynamicException thrown) {
            for (FieldDescriptor declared : method.exceptions()) {
                StructDescriptor exception = struct(declared);
                if (exception.name().equals(thrown.name())) {
                    DynamicStruct values = DynamicStruct.of(exception, thrown.values());
                    out.structBegin();
                    out.writeField(WireTypes.header(declared.type(), declared.id()));
                    DynamicWriter.struct(out, values);
                    out.structEnd();
                    return true;
                }
            }
        }
        return false;
    }
}
