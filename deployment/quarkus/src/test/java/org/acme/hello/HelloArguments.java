package org.acme.hello;

import java.util.Objects;

import io.quarkiverse.volo.thrift.codec.BinaryReader;
import io.quarkiverse.volo.thrift.codec.BinaryWriter;
import io.quarkiverse.volo.thrift.codec.StructCodec;

public record HelloArguments(HelloRequest request) {

    public HelloArguments {
        Objects.requireNonNull(request, "request");
    }

    static final class Codec implements StructCodec<HelloArguments> {

        private final String method;

        Codec(String method) {
            this.method = method;
        }

        @Override
        public String name() {
            return method;
        }

        @Override
        public HelloArguments read(BinaryReader in) {
            HelloRequest request = null;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    case 0x0C_0001 -> request = HelloRequest.CODEC.read(in);
                    default -> in.skipField(field);
                }
            }
            in.structEnd();
            if (request == null) {
                throw in.missing(method, "request");
            }
            return new HelloArguments(request);
        }

        @Override
        public void write(BinaryWriter out, HelloArguments value) {
            out.structBegin();
            out.writeField(0x0C_0001);
            HelloRequest.CODEC.write(out, value.request());
            out.structEnd();
        }
    }
}
