package io.quarkiverse.volo.grpc.services;

import java.io.IOException;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufOutputStream;
import io.quarkiverse.volo.grpc.codec.MessageCodec;

/**
 * The two messages of the health service, which have one field each: what protoc makes of them would have to be loaded by every
 * application.
 */
final class HealthCodecs {

    /** A service's name: {@code message HealthCheckRequest { string service = 1; }}. */
    static final MessageCodec<String> REQUEST = new Request();
    /** A status: {@code message HealthCheckResponse { ServingStatus status = 1; }}. */
    static final MessageCodec<ServingStatus> REPLY = new Reply();

    private static final int FIELD = 1;
    private static final int TEXT = FIELD << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    private static final int NUMBER = FIELD << 3 | WireFormat.WIRETYPE_VARINT;

    private HealthCodecs() {
    }

    private static final class Request implements MessageCodec<String> {

        @Override
        public int size(String service) {
            return service.isEmpty() ? 0 : CodedOutputStream.computeStringSize(FIELD, service);
        }

        @Override
        public void write(String service, ByteBuf out) throws IOException {
            if (!service.isEmpty()) {
                CodedOutputStream output = CodedOutputStream.newInstance(new ByteBufOutputStream(out));
                output.writeString(FIELD, service);
                output.flush();
            }
        }

        @Override
        public String read(ByteBuf in) throws IOException {
            CodedInputStream input = CodedInputStream.newInstance(new ByteBufInputStream(in));
            String service = "";
            for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
                if (tag == TEXT) {
                    service = input.readStringRequireUtf8();
                } else {
                    input.skipField(tag);
                }
            }
            return service;
        }
    }

    private static final class Reply implements MessageCodec<ServingStatus> {

        @Override
        public int size(ServingStatus status) {
            return status == ServingStatus.UNKNOWN ? 0 : 2;
        }

        @Override
        public void write(ServingStatus status, ByteBuf out) {
            if (status != ServingStatus.UNKNOWN) {
                out.writeByte(NUMBER).writeByte(status.number());
            }
        }

        @Override
        public ServingStatus read(ByteBuf in) throws IOException {
            CodedInputStream input = CodedInputStream.newInstance(new ByteBufInputStream(in));
            ServingStatus status = ServingStatus.UNKNOWN;
            for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
                if (tag == NUMBER) {
                    status = ServingStatus.of(input.readEnum());
                } else {
                    input.skipField(tag);
                }
            }
            return status;
        }
    }
}
