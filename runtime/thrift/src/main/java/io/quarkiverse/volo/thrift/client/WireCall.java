package io.quarkiverse.volo.thrift.client;

import static io.quarkiverse.volo.thrift.codec.Malformed.malformed;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.flow.CallStage;
import io.quarkiverse.volo.flow.EventLoops;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.codec.ApplicationErrorCodec;
import io.quarkiverse.volo.thrift.codec.ApplicationErrorCodec.ApplicationError;
import io.quarkiverse.volo.thrift.codec.MessageHeader;
import io.quarkiverse.volo.thrift.codec.MessageType;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.stub.DeclaredException;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.MessageWriter;
import io.quarkiverse.volo.thrift.ttheader.BizStatus;
import io.quarkiverse.volo.thrift.ttheader.MetainfoKeys;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.thrift.ttheader.TextKey;
import io.quarkiverse.volo.transport.ConnectionCallback;
import io.quarkiverse.volo.transport.Lease;

/**
 * One attempt at a call, on the wire: waits for a connection, has the request written and the reply read. Runs on the call's
 * event loop; the exchange itself happens on the connection's, which is nearly always the same.
 */
final class WireCall<Q, R> extends CallStage<R> implements ConnectionCallback<ThriftClientConnection> {

    private static final List<ErrorKind> TOLD = Arrays.stream(ErrorKind.values()).filter(ErrorKind::isTold).toList();

    private static final int EXPECTED_SIZE = 256;

    private final WireService<Q, R> service;
    private final RpcContext context;
    private final Q arguments;

    // On the call's event loop only.
    private @Nullable Lease lease;
    private @Nullable ThriftClientConnection connection;
    private int sequenceId;

    WireCall(WireService<Q, R> service, RpcContext context, Q arguments) {
        this.service = service;
        this.context = context;
        this.arguments = arguments;
    }

    @Override
    protected CallStage<R> again() {
        return new WireCall<>(service, context, arguments);
    }

    ThriftMethod<Q, R> method() {
        return service.method();
    }

    /** Of its request, where the connection has several under way. */
    int sequenceId() {
        return sequenceId;
    }

    void sequenceId(int sequenceId) {
        this.sequenceId = sequenceId;
    }

    @Override
    protected void start() {
        EventLoops.run(context.eventLoop(), this::lease);
    }

    private void lease() {
        Address address = context.callee().address();
        if (address == null) {
            onFailure(new VoloException(ErrorKind.UNAVAILABLE, context.describe() + ": no address to call", null, true));
        } else if (isRunning()) {
            lease = service.connections().lease(address, context.eventLoop(), this);
        }
    }

    @Override
    public void connected(ThriftClientConnection leased) {
        if (!isRunning()) {
            EventLoops.run(leased.eventLoop(), leased::giveBack);
            return;
        }
        connection = leased;
        EventLoops.run(leased.eventLoop(), () -> leased.exchange(this));
    }

    @Override
    public void failed(VoloException failure) {
        onFailure(new VoloException(failure.kind(), context.describe() + ": " + failure.getMessage(), failure,
                failure.isUnprocessed()));
    }

    /** Whoever gives the call up may do so from any thread. */
    @Override
    protected void ended(boolean cancelled) {
        if (cancelled) {
            EventLoops.run(context.eventLoop(), this::abandon);
        }
    }

    private void abandon() {
        ThriftClientConnection leased = connection;
        if (leased != null) {
            EventLoops.run(leased.eventLoop(), () -> leased.abandon(this));
        } else if (lease != null) {
            lease.cancel();
        }
    }

    /** The request's message, the caller's to release. */
    ByteBuf encode(MessageWriter messages, ByteBufAllocator allocator, MessageForm form, RequestHeader header,
            int sequenceId) {
        ThriftMethod<Q, R> method = service.method();
        ByteBuf request = allocator.buffer(EXPECTED_SIZE);
        try {
            ThriftWriter out = messages.begin(request, form, header.of(context, sequenceId), method.name(),
                    method.oneway() ? MessageType.ONEWAY : MessageType.CALL, sequenceId);
            method.arguments().write(out, arguments);
            messages.end();
            return request;
        } catch (RuntimeException | Error e) { // an endless list of structs overflows the stack
            messages.abandon();
            request.release();
            throw new VoloException(ErrorKind.PROTOCOL,
                    context.describe() + ": the request cannot be written: " + (e instanceof Error ? e : e.getMessage()),
                    e, true);
        }
    }

    /**
     * What the reply says; a failure if it cannot be understood, or is not the reply to this request.
     *
     * @param beside the reply's TTHeader; {@code null} if it has none
     */
    WireReply<R> decode(ThriftReader in, int sequenceId, @Nullable TTHeader beside) {
        try {
            MessageHeader header = in.readMessageBegin();
            String mismatch = mismatch(header, sequenceId);
            if (mismatch != null) {
                return WireReply.failure(undecodable(malformed(mismatch)), false);
            }
            if (beside != null) {
                MetainfoKeys.readBackward(beside, context);
            }
            // It comes first: with it, the message itself may say nothing.
            BizException business = beside == null ? null : BizStatus.read(beside, context.describe());
            if (business != null) {
                return WireReply.failure(business, true);
            }
            if (header.type() == MessageType.EXCEPTION) {
                return WireReply.failure(asTold(ApplicationErrorCodec.read(in), beside), true);
            }
            return WireReply.success(service.method().result().read(in));
        } catch (DeclaredException e) {
            return WireReply.failure(e, true);
        } catch (ThriftException e) {
            return WireReply.failure(new ThriftException(e.typeNumber(), context.describe() + ": " + e.getMessage(), e), true);
        } catch (RuntimeException e) {
            return WireReply.failure(undecodable(e), true);
        }
    }

    private VoloException asTold(ApplicationError error, @Nullable TTHeader beside) {
        ThriftException thrift = new ThriftException(error.type(), context.describe() + ": " + error.message(), null);
        String kind = beside == null ? null : beside.get(TextKey.ERROR_KIND);
        for (ErrorKind told : TOLD) {
            if (told.name().equals(kind)) {
                // Only what had too much to do has provably not run the method.
                return new VoloException(told, String.valueOf(thrift.getMessage()), thrift, told == ErrorKind.OVERLOAD);
            }
        }
        return thrift;
    }

    private @Nullable String mismatch(MessageHeader header, int sequenceId) {
        if (header.type() != MessageType.REPLY && header.type() != MessageType.EXCEPTION) {
            return "message type: " + header.type() + " (expected: 2, reply, or 3, exception)";
        }
        if (header.sequenceId() != sequenceId) {
            return "sequence id: " + header.sequenceId() + " (expected: " + sequenceId + ")";
        }
        // A peer that could not read the name of the method answers without one.
        if (header.type() == MessageType.REPLY && !header.name().equals(service.method().name())) {
            return "method: '" + header.name() + "' (expected: '" + service.method().name() + "')";
        }
        return null;
    }

    VoloException undecodable(RuntimeException cause) {
        return undecodable(cause, "");
    }

    /** @param hint what the message adds */
    VoloException undecodable(RuntimeException cause, String hint) {
        return new VoloException(ErrorKind.PROTOCOL,
                context.describe() + ": the reply cannot be understood: " + cause.getMessage() + hint, cause);
    }

    /** @param hint what the message adds */
    VoloException connectionClosed(String when, String hint, @Nullable Throwable cause, boolean unprocessed) {
        return new VoloException(ErrorKind.CONNECTION_CLOSED, context.describe() + ": the connection was closed " + when
                + (cause == null ? "" : ": " + cause.getMessage()) + hint, cause, unprocessed);
    }
}
