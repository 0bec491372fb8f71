package io.quarkiverse.volo.runtime.internal;

import java.util.function.Consumer;

import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkus.arc.Arc;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.ContextInternal;

/**
 * Asks Quarkus' identity providers, and leaves what they answer where Quarkus' own interceptors look for it. Loaded only in an
 * application with quarkus-security.
 */
final class SecurityAdmission implements Admission {

    private final IdentityProviderManager providers;
    private final CurrentIdentityAssociation current;

    SecurityAdmission() {
        this.providers = Arc.container().instance(IdentityProviderManager.class).get();
        this.current = Arc.container().instance(CurrentIdentityAssociation.class).get();
    }

    @Override
    public void admit(RpcContext call, Runnable admitted, Consumer<Throwable> refused) {
        ContextInternal context = ContextInternal.current();
        authenticate(call).subscribe().with(
                identity -> on(context, () -> {
                    current.setIdentity(identity);
                    admitted.run();
                }),
                failure -> on(context, () -> refused.accept(explain(call, failure))));
    }

    private Uni<SecurityIdentity> authenticate(RpcContext call) {
        try {
            return providers.authenticate(Credentials.of(call))
                    // How their manager says that none of them takes such credentials.
                    .onFailure(IllegalArgumentException.class).transform(AuthenticationFailedException::new);
        } catch (IllegalArgumentException | AuthenticationFailedException e) {
            return Uni.createFrom().failure(new AuthenticationFailedException(e));
        }
    }

    /** A provider may answer on a thread of its own. */
    private static void on(ContextInternal context, Runnable task) {
        if (context.nettyEventLoop().inEventLoop()) {
            context.dispatch(task);
        } else {
            context.runOnContext(none -> task.run());
        }
    }

    @Override
    public Throwable explain(RpcContext call, Throwable failure) {
        if (failure instanceof ForbiddenException) {
            return new VoloException(ErrorKind.PERMISSION_DENIED, call.method() + ": the caller may not do that", failure);
        }
        if (failure instanceof UnauthorizedException || failure instanceof AuthenticationException) {
            return unauthenticated(call, failure);
        }
        return failure;
    }

    private static VoloException unauthenticated(RpcContext call, Throwable failure) {
        return new VoloException(ErrorKind.UNAUTHENTICATED, call.method() + ": the caller is not authenticated (expected: a"
                + " certificate, or an authorization entry, that this application takes)", failure);
    }
}
