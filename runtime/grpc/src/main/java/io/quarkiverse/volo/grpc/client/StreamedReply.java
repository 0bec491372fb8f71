package io.quarkiverse.volo.grpc.client;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.quarkiverse.volo.flow.EventLoops;
import io.quarkiverse.volo.grpc.codec.MessageReader;
import io.quarkiverse.volo.grpc.transport.IncomingMessages;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.operators.multi.MultiOperatorProcessor;
import io.smallrye.mutiny.subscription.MultiSubscriber;

/** A reply of many messages: the opened call's stream. Cancelling it cancels the call. */
final class StreamedReply<R> extends AbstractMulti<R> implements Reply<R> {

    private final ClientStream<?, R> stream;
    private final IncomingMessages<R> messages;

    StreamedReply(ClientStream<?, R> stream, MessageReader<R> reader) {
        this.stream = stream;
        this.messages = new IncomingMessages<>(stream, reader, Runnable::run, stream::giveUp);
    }

    @Override
    public void subscribe(MultiSubscriber<? super R> subscriber) {
        messages.subscribe(new MultiOperatorProcessor<R, R>(subscriber) {

            @Override
            public void cancel() {
                super.cancel();
                StreamedReply.this.cancel();
            }
        });
    }

    private void cancel() {
        EventLoops.run(stream.connection().eventLoop(), stream::cancel);
    }

    @Override
    public void begin(WireCall<?, ?> call) {
        // Somebody on the way may drop it whose caller has just gone.
        stream.context().call().onEnd(ended -> cancel());
        call.replied(this);
    }

    @Override
    public int dataRead(ByteBuf data, int padding) {
        return messages.dataRead(data, padding);
    }

    @Override
    public void end(@Nullable Throwable failure, WireCall<?, ?> call) {
        if (failure == null) {
            messages.complete();
        } else {
            messages.completeWith(failure);
        }
    }

    @Override
    public void fail(Throwable failure, WireCall<?, ?> call) {
        messages.fail(failure);
    }

    /** The one who does not wait has cancelled the messages too. */
    @Override
    public void drop() {
        messages.cancel();
    }
}
