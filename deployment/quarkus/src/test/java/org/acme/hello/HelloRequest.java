package org.acme.hello;

import java.util.Objects;

import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.StructCodec;

public record HelloRequest(String name) {

    public static final StructCodec<HelloRequest> CODEC = new Codec();

    public HelloRequest {
        Objects.requireNonNull(name, "name");
    }

    private static final class Codec implements StructCodec<HelloRequest> {

        @Override
        public String name() {
            return "HelloRequest";
        }

        @Override
        public HelloRequest read(BinaryReader in) {
            String name = null;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    case 0x0B_0001 -> name = in.readString();
                    default -> in.skipField(field);
                }
            }
            in.structEnd();
            if (name == null) {
                throw in.missing("HelloRequest", "name");
            }
            return new HelloRequest(name);
        }

        @Override
        public void write(BinaryWriter out, HelloRequest value) {
            out.structBegin();
            out.writeField(0x0B_0001);
            out.writeString(value.name());
            out.structEnd();
        }
    }
}
