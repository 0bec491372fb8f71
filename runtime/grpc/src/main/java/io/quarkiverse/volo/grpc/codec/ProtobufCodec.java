package io.quarkiverse.volo.grpc.codec;

import java.io.IOException;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufOutputStream;

/** Reads and writes what protoc has generated. */
public final class ProtobufCodec<T extends MessageLite> implements MessageCodec<T> {

    private final Parser<T> parser;

    private ProtobufCodec(Parser<T> parser) {
        this.parser = parser;
    }

    /** @param defaultInstance the message's {@code getDefaultInstance()} */
    @SuppressWarnings("unchecked") // A message's parser makes messages of its class.
    public static <T extends MessageLite> ProtobufCodec<T> of(T defaultInstance) {
        return new ProtobufCodec<>((Parser<T>) defaultInstance.getParserForType());
    }

    @Override
    public int size(T message) {
        return message.getSerializedSize();
    }

    @Override
    public void write(T message, ByteBuf out) throws IOException {
        int size = message.getSerializedSize();
        out.ensureWritable(size);
        int start = out.writerIndex();
        CodedOutputStream output = out.nioBufferCount() == 1 ? CodedOutputStream.newInstance(out.internalNioBuffer(start, size))
                : CodedOutputStream.newInstance(new ByteBufOutputStream(out), size);
        message.writeTo(output);
        output.flush();
        out.writerIndex(start + size);
    }

    @Override
    public T read(ByteBuf in) throws IOException {
        CodedInputStream input = in.nioBufferCount() == 1
                ? CodedInputStream.newInstance(in.internalNioBuffer(in.readerIndex(), in.readableBytes()))
                : CodedInputStream.newInstance(new ByteBufInputStream(in));
        return parser.parseFrom(input);
    }
}
