package io.quarkiverse.volo.context;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.netty.channel.EventLoop;
import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkiverse.volo.metainfo.MetainfoCarrier;
import io.vertx.core.impl.ContextInternal;

/**
 * One call's facts, on the client as on the server: the method, who calls whom, until when, how it ended, and what layers note
 * down for each other.
 *
 * <p>
 * A call that is tried again has a {@linkplain #newAttempt() view of its own} for each attempt, so that the late reply of an
 * abandoned one touches nothing.
 *
 * <p>
 * A call is served by one thread at a time and its facts are handed on with it; only its metainfo, {@link #onEnd},
 * {@link #end}, {@link #onSettled}, {@link #hold} and {@link #release} may be used from anywhere at any time.
 */
public final class RpcContext implements MetainfoCarrier {

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
    private @Nullable RpcContext servedCall;
    private @Nullable ContextInternal vertxContext;
    private volatile @Nullable CallMetainfo metainfo;
    private volatile @Nullable Holds holds;
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

    /**
     * The call that is served where this is asked: on the event loop, the worker or the virtual thread that serves it, and in
     * the {@code Uni}s that it leads to; {@code null} if none is.
     */
    public static @Nullable RpcContext current() {
        return servedOn(ContextInternal.current());
    }

    /** The call that is served on that Vert.x context; {@code null} if none is. */
    public static @Nullable RpcContext servedOn(@Nullable ContextInternal context) {
        return MetainfoCarrier.of(context) instanceof RpcContext call ? call : null;
    }

    /** Says that the call is served on this duplicated context: there it is the {@linkplain #current() current} one. */
    @Override
    public void attachTo(ContextInternal context) {
        vertxContext = context;
        MetainfoCarrier.super.attachTo(context);
    }

    /** Runs something where the call is served, as seen by what asks for the current context; by any thread. */
    public void dispatch(Runnable task) {
        ContextInternal context = vertxContext;
        if (context == null) {
            task.run();
            return;
        }
        ContextInternal previous = context.beginDispatch();
        try {
            task.run();
        } finally {
            context.endDispatch(previous);
        }
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

    /** On a client: the call that was being served where this one was made; {@code null} if none was. */
    public @Nullable RpcContext servedCall() {
        return call().servedCall;
    }

    public void servedCall(@Nullable RpcContext served) {
        this.servedCall = served;
    }

    /**
     * What travels with the call beside its arguments; all attempts share it. A server's is the current one of the bean that
     * serves the call; a client's begins with the caller's, and what a layer sets goes with this call only.
     */
    @Override
    public CallMetainfo metainfo() {
        RpcContext call = call();
        CallMetainfo made = call.metainfo;
        return made != null ? made : call.makeMetainfo();
    }

    private synchronized CallMetainfo makeMetainfo() {
        CallMetainfo made = metainfo;
        if (made == null) {
            made = new CallMetainfo();
            metainfo = made;
        }
        return made;
    }

    @Override
    public @Nullable CallMetainfo metainfoIfAny() {
        return call().metainfo;
    }

    public void metainfo(CallMetainfo metainfo) {
        this.metainfo = Objects.requireNonNull(metainfo, "metainfo");
    }

    /**
     * Whether the call, or one that led to it, is a retry already: then it is not tried again, or the retries of all hops would
     * multiply. See {@link CallMetainfo#RETRY_KEY}.
     */
    public boolean isRetry() {
        CallMetainfo sent = metainfoIfAny();
        return sent != null && sent.getPersistent(CallMetainfo.RETRY_KEY) != null;
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
        add(new EndListener(listener, false));
    }

    /**
     * Runs the listener exactly once when the call has ended and nobody {@linkplain #hold holds} it any more. That is later
     * than its end if a thread that serves it could not be stopped; else it is the same. By the thread that ended or released
     * the call; otherwise as {@link #onEnd}.
     */
    public void onSettled(Consumer<CallEnd> listener) {
        add(new EndListener(listener, true));
    }

    private void add(EndListener node) {
        for (;;) {
            Object current = ending;
            if (current instanceof CallEnd end) {
                node.run(end, holds);
                return;
            }
            node.before = (EndListener) current;
            if (ENDING.compareAndSet(this, current, node)) {
                return;
            }
        }
    }

    /**
     * Says that somebody works on at the call though it is about to end. Must happen before the end; for each there is one
     * {@link #release}.
     */
    public void hold() {
        makeHolds().add();
    }

    private synchronized Holds makeHolds() {
        Holds made = holds;
        if (made == null) {
            made = new Holds();
            holds = made;
        }
        return made;
    }

    /** Whoever held the call has finished. */
    public void release() {
        makeHolds().remove();
    }

    /** Whether somebody works at the call and goes on with it when it has ended. */
    public boolean isHeld() {
        Holds made = holds;
        return made != null && made.any();
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
                    node.run(end, holds);
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
