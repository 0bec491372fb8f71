package io.quarkiverse.volo.grpc.client;

import org.jspecify.annotations.Nullable;

import io.grpc.Status;
import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.grpc.codec.MessageReader;

/** A reply of one message, which is told when the trailers say that all is well. */
final class SingleReply<R> implements Reply<R> {

    private final MessageReader<R> reader;
    private @Nullable R message;

    SingleReply(MessageReader<R> reader) {
        this.reader = reader;
    }

    @Override
    public void begin(WireCall<?, ?> call) {
    }

    @Override
    public int dataRead(ByteBuf data, int padding) {
        int size = data.readableBytes();
        reader.add(data);
        for (R next = reader.next(); next != null; next = reader.next()) {
            if (message != null) {
                throw Status.INTERNAL.withDescription("reply: a second message (expected: one)").asRuntimeException();
            }
            message = next;
        }
        reader.keepRest();
        return size + padding;
    }

    @Override
    public void end(@Nullable Throwable failure, WireCall<?, ?> call) {
        RuntimeException cutOff = reader.rest() > 0 ? reader.cutOff() : null;
        reader.release();
        if (failure != null) {
            call.onFailure(failure);
        } else if (cutOff != null) {
            call.onFailure(cutOff);
        } else if (message == null) {
            call.onFailure(Status.INTERNAL.withDescription("reply: no message (expected: one)").asRuntimeException());
        } else {
            call.replied(message);
        }
    }

    @Override
    public void fail(Throwable failure, WireCall<?, ?> call) {
        reader.release();
        call.onFailure(failure);
    }

    @Override
    public void drop() {
        reader.release();
    }
}
