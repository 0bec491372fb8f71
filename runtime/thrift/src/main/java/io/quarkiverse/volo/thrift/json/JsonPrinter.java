package io.quarkiverse.volo.thrift.json;

import java.io.IOException;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import io.quarkiverse.volo.thrift.descriptor.EnumDescriptor;
import io.quarkiverse.volo.thrift.descriptor.FieldDescriptor;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;
import io.quarkiverse.volo.thrift.descriptor.TypeDescriptor;
import io.quarkiverse.volo.thrift.value.Binary;

/** Writes values, which are as {@link io.quarkiverse.volo.thrift.dynamic.DynamicStruct} says, as JSON. */
final class JsonPrinter {

    private static final String HIDDEN = "***";

    private final JsonGenerator out;
    private final boolean redacted;

    /** @param redacted whether fields annotated {@code (volo.sensitive)} are shown as {@value #HIDDEN} */
    JsonPrinter(JsonGenerator out, boolean redacted) {
        this.out = out;
        this.redacted = redacted;
    }

    void struct(StructDescriptor struct, Map<?, ?> value) throws IOException {
        out.writeStartObject();
        for (FieldDescriptor field : struct.fields()) {
            Object content = value.get(field.name());
            if (content != null) {
                out.writeFieldName(field.name());
                if (redacted && field.isSensitive()) {
                    out.writeString(HIDDEN);
                } else {
                    value(field.type(), content);
                }
            }
        }
        out.writeEndObject();
    }

    void value(TypeDescriptor type, Object value) throws IOException {
        if (type instanceof TypeDescriptor.Base base) {
            scalar(base, value);
        } else if (type instanceof TypeDescriptor.ListOf list) {
            elements(list.element(), (Collection<?>) value);
        } else if (type instanceof TypeDescriptor.SetOf set) {
            elements(set.element(), (Collection<?>) value);
        } else if (type instanceof TypeDescriptor.MapOf map) {
            entries(map, (Map<?, ?>) value);
        } else if (((TypeDescriptor.Defined) type).definition() instanceof StructDescriptor struct) {
            struct(struct, (Map<?, ?>) value);
        } else if (value instanceof Integer number) {
            out.writeNumber(number); // An enum's number that has no name.
        } else {
            out.writeString(value.toString());
        }
    }

    private void scalar(TypeDescriptor.Base type, Object value) throws IOException {
        switch (type) {
            case BOOL -> out.writeBoolean((Boolean) value);
            case BYTE, I16, I32, I64 -> out.writeNumber(((Number) value).longValue());
            case DOUBLE -> decimal((Double) value);
            case STRING, UUID -> out.writeString(value.toString());
            case BINARY -> out.writeString(base64(value));
        }
    }

    /** JSON has no words for the numbers that are none. */
    private void decimal(double value) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeString(Double.toString(value));
        }
    }

    private static String base64(Object value) {
        return Base64.getEncoder().encodeToString(((Binary) value).toByteArray());
    }

    private void elements(TypeDescriptor type, Collection<?> elements) throws IOException {
        out.writeStartArray();
        for (Object element : elements) {
            value(type, element);
        }
        out.writeEndArray();
    }

    /** An object where keys can be text, else a list of pairs. */
    private void entries(TypeDescriptor.MapOf type, Map<?, ?> entries) throws IOException {
        if (isText(type.key())) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                out.writeFieldName(entry.getKey() instanceof Binary ? base64(entry.getKey()) : entry.getKey().toString());
                value(type.value(), entry.getValue());
            }
            out.writeEndObject();
            return;
        }
        out.writeStartArray();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            out.writeStartArray();
            value(type.key(), entry.getKey());
            value(type.value(), entry.getValue());
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private static boolean isText(TypeDescriptor key) {
        return key instanceof TypeDescriptor.Base
                || (key instanceof TypeDescriptor.Defined defined && defined.definition() instanceof EnumDescriptor);
    }
}
