package io.quarkiverse.volo.runtime.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.flow.CallStage;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ExecutorRecorder;
import io.quarkus.virtual.threads.VirtualThreadsRecorder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.ContextInternal;

/** One call of a bean's method. Begins on the event loop, in the call's duplicated context. */
final class BeanCall<Q, R> extends CallStage<R> {

    private final BeanService<Q, R> service;
    private final RpcContext call;
    private final Q request;
    private @Nullable ContextState requestState;
    private @Nullable BeanWork work;

    BeanCall(BeanService<Q, R> service, RpcContext call, Q request) {
        this.service = service;
        this.call = call;
        this.request = request;
    }

    @Override
    protected CallStage<R> again() {
        return new BeanCall<>(service, call, request);
    }

    @Override
    protected void start() {
        if (service.requestContext()) {
            requestState = requestContext().activate();
        }
        Admission admission = service.admission();
        if (admission == null) {
            begin();
        } else {
            admission.admit(call, this::beginSafely, super::onFailure);
        }
    }

    /** Who calls is known; that may have taken a while. */
    private void beginSafely() {
        if (isRunning()) {
            try {
                begin();
            } catch (RuntimeException | Error e) {
                onFailure(e);
            }
        }
    }

    private void begin() {
        switch (service.model()) {
            case EVENT_LOOP -> invoke();
            case WORKER -> startOn(ExecutorRecorder.getCurrent());
            case VIRTUAL_THREAD -> startOn(VirtualThreadsRecorder.getCurrent());
        }
    }

    /** The bean's thread works in the call's context, as the event loop does. */
    private void startOn(Executor executor) {
        ContextInternal context = ContextInternal.current();
        work = new BeanWork(call, () -> context.dispatch(this::invokeSafely), this::leaveRequestContext);
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            onFailure(new VoloException(ErrorKind.OVERLOAD, "no thread is free to serve the call", e, true));
        }
    }

    private void invokeSafely() {
        try {
            invoke();
        } catch (RuntimeException | Error e) {
            onFailure(e);
        }
    }

    private void invoke() {
        Function<Q, Uni<R>> reactive = service.method().reactive();
        if (reactive != null) {
            subscribeTo(answer(reactive));
        } else {
            onItem(blocking().apply(request));
        }
    }

    private Uni<R> answer(Function<Q, Uni<R>> reactive) {
        Uni<R> answer = reactive.apply(request);
        if (answer == null) {
            throw new IllegalStateException(
                    service.method().method().fullName() + ": the bean returned null (expected: a Uni)");
        }
        return answer;
    }

    private Function<Q, @Nullable R> blocking() {
        Function<Q, @Nullable R> blocking = service.method().blocking();
        if (blocking == null) {
            throw new IllegalStateException(service.method().method().fullName() + ": leads to no bean");
        }
        return blocking;
    }

    /** A stream fails later, if its caller may not have it. */
    @Override
    @SuppressWarnings("unchecked")
    public void onItem(@Nullable R item) {
        Admission admission = service.admission();
        if (admission != null && item instanceof Multi<?> stream) {
            super.onItem((R) explained(stream, admission));
        } else {
            super.onItem(item);
        }
    }

    private <T> Multi<T> explained(Multi<T> stream, Admission admission) {
        return stream.onFailure().transform(failure -> admission.explain(call, failure));
    }

    @Override
    public void onFailure(Throwable failure) {
        Admission admission = service.admission();
        super.onFailure(admission == null ? failure : admission.explain(call, failure));
    }

    /** Nobody waits for the bean any more; a thread that is at it still may need its request context. */
    @Override
    protected void ended(boolean cancelled) {
        BeanWork started = work;
        if (!cancelled || started == null || !started.abandon()) {
            leaveRequestContext();
        }
    }

    /** The context is the duplicated one's, which no other call shares: nothing has to be deactivated. */
    private void leaveRequestContext() {
        ContextState state = requestState;
        if (state != null) {
            requestState = null;
            requestContext().destroy(state);
        }
    }

    private static ManagedContext requestContext() {
        return Arc.container().requestContext();
    }
}
