package org.acme.hello;

import java.util.Objects;

import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.StructCodec;

public record HelloResponse(String message) {

    public static final StructCodec<HelloResponse> CODEC = new Codec();

    public HelloResponse {
        Objects.requireNonNull(message, "message");
    }

    private static final class Codec implements StructCodec<HelloResponse> {

        @Override
        public String name() {
            return "HelloResponse";
        }

        @Override
        public HelloResponse read(BinaryReader in) {
            String message = null;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    case 0x0B_0001 -> message = in.readString();
                    default -> in.skipField(field);
                }
            }
            in.structEnd();
            if (message == null) {
                throw in.missing("HelloResponse", "message");
            }
            return new HelloResponse(message);
        }

        @Override
        public void write(BinaryWriter out, HelloResponse value) {
            out.structBegin();
            out.writeField(0x0B_0001);
            out.writeString(value.message());
            out.structEnd();
        }
    }
}
