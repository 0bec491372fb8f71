package io.quarkiverse.volo.context;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;

/**
 * One call's facts, on the client as on the server: the method, who calls whom, until when, how it ended, and what layers note
 * down for each other.
 *
 * <p>
 * A call that is tried again has a {@linkplain #newAttempt() view of its own} for each attempt, so that the late reply of an
 * abandoned one touches nothing.
 *
 * <p>
 * A call is served by one thread at a time and its facts are handed on with it; only {@link #onEnd} and {@link #end} may be
 * called from anywhere at any time.
 */
public final class RpcContext {

    private static final AtomicReferenceFieldUpdater<RpcContext, Object> ENDING = AtomicReferenceFieldUpdater
            .newUpdater(RpcContext.class, Object.class, "ending");

    private static final Object[] NO_ATTRIBUTES = {};

    private final Role role;
    private final RpcMethod method;
    private final EventLoop eventLoop;
    private final @Nullable RpcContext call;
    private Endpoint caller = Endpoint.UNKNOWN;
    private Endpoint callee = Endpoint.UNKNOWN;
    private Deadline deadline = Deadline.NONE;
    /** Keys and values in turns: calls have few attributes, most have none. */
    private Object[] attributes = NO_ATTRIBUTES;

    /** The last listener, which leads to those before it; or the end, once there is one. */
    private volatile @Nullable Object ending;

    /** @param eventLoop the loop that the call runs on */
    public RpcContext(Role role, RpcMethod method, EventLoop eventLoop) {
        this(role, method, eventLoop, null);
    }

    private RpcContext(Role role, RpcMethod method, EventLoop eventLoop, @Nullable RpcContext call) {
        this.role = role;
        this.method = method;
        this.eventLoop = eventLoop;
        this.call = call;
    }

    /** Whether this side made the call or serves it. */
    public Role role() {
        return role;
    }

    /** How many messages the call carries in each direction. */
    public CallKind kind() {
        return method.kind();
    }

    /** The service's name in the IDL. */
    public String service() {
        return method.service();
    }

    /** The method's name in the IDL. */
    public String method() {
        return method.name();
    }

    /** The method as its IDL describes it. */
    public RpcMethod descriptor() {
        return method;
    }

    /** The event loop that the call runs on; a handler's own thread may be another. */
    public EventLoop eventLoop() {
        return eventLoop;
    }

    /** Who makes the call. */
    public Endpoint caller() {
        return caller;
    }

    public void caller(Endpoint caller) {
        this.caller = Objects.requireNonNull(caller, "caller");
    }

    /** Who is called. On a client its address is known once an instance has been chosen; choose it by setting it. */
    public Endpoint callee() {
        return callee;
    }

    public void callee(Endpoint callee) {
        this.callee = Objects.requireNonNull(callee, "callee");
    }

    /** When the call has failed if it has not ended. */
    public Deadline deadline() {
        return deadline;
    }

    public void deadline(Deadline deadline) {
        this.deadline = Objects.requireNonNull(deadline, "deadline");
    }

    /** What a layer noted down under this key, in this attempt or else in the call; {@code null} if nothing. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(AttributeKey<T> key) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i] == key) {
                return (T) attributes[i + 1];
            }
        }
        return call == null ? null : call.get(key);
    }

    /** Notes something down for this attempt, or for the whole call where it has only one. */
    public <T> void put(AttributeKey<T> key, T value) {
        Objects.requireNonNull(value, () -> "value of " + key);
        int length = attributes.length;
        for (int i = 0; i < length; i += 2) {
            if (attributes[i] == key) {
                attributes[i + 1] = value;
                return;
            }
        }
        Object[] grown = Arrays.copyOf(attributes, length + 2);
        grown[length] = key;
        grown[length + 1] = value;
        attributes = grown;
    }

    /** The call itself, if this is the view of one of its attempts; else this. */
    public RpcContext call() {
        return call == null ? this : call;
    }

    /**
     * A view for one more attempt at the call: it begins with the call's facts, and what is changed in it stays in it. Whoever
     * makes the attempt {@linkplain #end ends} it.
     */
    public RpcContext newAttempt() {
        RpcContext attempt = new RpcContext(role, method, eventLoop, call());
        attempt.caller = caller;
        attempt.callee = callee;
        attempt.deadline = deadline;
        return attempt;
    }

    /**
     * Runs the listener exactly once when this whole call (or attempt) has ended: with a reply, an error, a cancellation or a
     * lost connection; a streaming call ends with its stream. Listeners run in the reverse of the order in which they came, on
     * the thread that ended the call, and at once if it has ended. They must not block; what one throws is logged.
     */
    public void onEnd(Consumer<CallEnd> listener) {
        EndListener node = new EndListener(listener);
        for (;;) {
            Object current = ending;
            if (current instanceof CallEnd end) {
                node.run(end);
                return;
            }
            node.before = (EndListener) current;
            if (ENDING.compareAndSet(this, current, node)) {
                return;
            }
        }
    }

    /**
     * Ends the call (or attempt). Only the first end counts.
     *
     * @return whether this was the first
     */
    public boolean end(CallEnd end) {
        for (;;) {
            Object current = ending;
            if (current instanceof CallEnd) {
                return false;
            }
            if (ENDING.compareAndSet(this, current, end)) {
                for (EndListener node = (EndListener) current; node != null; node = node.before) {
                    node.run(end);
                }
                return true;
            }
        }
    }

    /** {@code Service.method to address}, for messages and logs. */
    public String describe() {
        Endpoint peer = role == Role.CLIENT ? callee : caller;
        Address address = peer.address();
        return address == null ? method.fullName() : method.fullName() + (role == Role.CLIENT ? " to " : " from ") + address;
    }

    @Override
    public String toString() {
        return role + " " + describe();
    }
}
