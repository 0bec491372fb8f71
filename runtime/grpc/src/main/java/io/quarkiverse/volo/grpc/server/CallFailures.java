package io.quarkiverse.volo.grpc.server;

import org.jboss.logging.Logger;

import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.VoloException;

/** What the log is told of calls that fail. */
final class CallFailures {

    private CallFailures() {
    }

    static void log(Logger log, RpcContext call, Throwable failure) {
        if (failure instanceof StatusRuntimeException || failure instanceof StatusException
                || failure instanceof VoloException) {
            log.debugf(failure, "%s failed", call.describe());
        } else {
            // Nobody meant to answer that, and its caller is not told what it was.
            log.errorf(failure, "%s failed", call.describe());
        }
    }
}
