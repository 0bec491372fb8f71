package io.quarkiverse.volo.grpc.codec;

import java.util.Objects;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;

/**
 * What failures are called in gRPC.
 *
 * <table>
 * <caption>What a server answers</caption>
 * <tr>
 * <th>what serving a call ended with</th>
 * <th>status</th>
 * </tr>
 * <tr>
 * <td>{@link StatusRuntimeException}, {@link StatusException}</td>
 * <td>its own, with its trailers</td>
 * </tr>
 * <tr>
 * <td>{@link BizException}</td>
 * <td>INTERNAL with the business error's text; {@code biz-status} and {@code biz-extra} beside
 * it, as Kitex does</td>
 * </tr>
 * <tr>
 * <td>{@link VoloException} of kind TIMEOUT</td>
 * <td>DEADLINE_EXCEEDED</td>
 * </tr>
 * <tr>
 * <td>OVERLOAD</td>
 * <td>RESOURCE_EXHAUSTED</td>
 * </tr>
 * <tr>
 * <td>CONNECT, CONNECTION_CLOSED, UNAVAILABLE</td>
 * <td>UNAVAILABLE</td>
 * </tr>
 * <tr>
 * <td>CANCELLED, UNAUTHENTICATED, PERMISSION_DENIED</td>
 * <td>that of the same name</td>
 * </tr>
 * <tr>
 * <td>PROTOCOL, APPLICATION</td>
 * <td>INTERNAL</td>
 * </tr>
 * <tr>
 * <td>anything else</td>
 * <td>UNKNOWN</td>
 * </tr>
 * </table>
 *
 * <p>
 * Texts of the kinds that {@link ErrorKind#isTold()} names are told, as they are neither unexpected nor secret; those of
 * others, and of anything
 * else, only if errors are exposed.
 *
 * <table>
 * <caption>What a client's caller gets</caption>
 * <tr>
 * <th>what happened</th>
 * <th>failure</th>
 * </tr>
 * <tr>
 * <td>the peer sent a status other than OK</td>
 * <td>{@link StatusRuntimeException} with the trailers, among them
 * {@code grpc-status-details-bin}</td>
 * </tr>
 * <tr>
 * <td>... and {@code biz-status} with it</td>
 * <td>{@link BizException}</td>
 * </tr>
 * <tr>
 * <td>the peer, or something in between, answered without a status, or reset the stream</td>
 * <td>{@link StatusRuntimeException} with the status that gRPC has for it: {@link HttpStatusMapping}</td>
 * </tr>
 * <tr>
 * <td>a message, of the reply or of the request, is larger than allowed</td>
 * <td>{@link StatusRuntimeException} of RESOURCE_EXHAUSTED</td>
 * </tr>
 * <tr>
 * <td>the reply makes no sense</td>
 * <td>{@link StatusRuntimeException} of INTERNAL</td>
 * </tr>
 * <tr>
 * <td>no connection, a lost one, no time left, a limit of this side, metadata that cannot be sent, and what the peer has
 * refused without looking at it</td>
 * <td>{@link VoloException} with its kind</td>
 * </tr>
 * </table>
 */
public final class StatusMapping {

    private StatusMapping() {
    }

    /**
     * The status that a server answers a failure with.
     *
     * @param exposeErrors whether to tell texts that were not made for callers
     */
    public static Status statusOf(Throwable failure, boolean exposeErrors) {
        if (failure instanceof StatusRuntimeException told) {
            return told.getStatus();
        }
        if (failure instanceof StatusException told) {
            return told.getStatus();
        }
        if (failure instanceof BizException business) {
            return Status.INTERNAL.withDescription(business.getMessage());
        }
        if (failure instanceof VoloException known) {
            boolean told = exposeErrors || known.kind().isTold();
            return statusOf(known.kind()).withDescription(told ? known.getMessage() : "internal error: " + known.kind());
        }
        return Status.UNKNOWN.withDescription(exposeErrors ? Objects.toString(failure) : "internal error");
    }

    private static Status statusOf(ErrorKind kind) {
        return switch (kind) {
            case TIMEOUT -> Status.DEADLINE_EXCEEDED;
            case OVERLOAD -> Status.RESOURCE_EXHAUSTED;
            case CONNECT, CONNECTION_CLOSED, UNAVAILABLE -> Status.UNAVAILABLE;
            case CANCELLED -> Status.CANCELLED;
            case UNAUTHENTICATED -> Status.UNAUTHENTICATED;
            case PERMISSION_DENIED -> Status.PERMISSION_DENIED;
            case PROTOCOL, APPLICATION, BUSINESS -> Status.INTERNAL;
        };
    }
}
