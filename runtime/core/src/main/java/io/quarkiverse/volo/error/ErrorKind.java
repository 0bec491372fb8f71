package io.quarkiverse.volo.error;

/** Why a call failed, in the words a caller decides by. */
public enum ErrorKind {

    /** No connection to the peer could be made: refused, unreachable, connect timeout or a failed TLS handshake. */
    CONNECT,

    /** The call's deadline passed before the reply arrived. */
    TIMEOUT,

    /** The connection was lost after the request, or a part of it, may have reached the peer. */
    CONNECTION_CLOSED,

    /** The peer answered that it could not serve the call (in Thrift, a TApplicationException). */
    APPLICATION,

    /** The peer served the call, and tells something of its business: a {@link BizException}. */
    BUSINESS,

    /** Bytes that cannot be understood, or a value that cannot be written. */
    PROTOCOL,

    /** A limit of this side was reached: the queue for connections is full, too many calls are in flight. */
    OVERLOAD,

    /** The caller gave the call up. */
    CANCELLED,

    /** This side cannot serve or make calls now: it is not configured, not started, or stopping. */
    UNAVAILABLE,

    /** The caller is nobody that the peer knows, or has not proved who it is. */
    UNAUTHENTICATED,

    /** The peer knows the caller, who may not do that. */
    PERMISSION_DENIED;

    /** Whether a server tells its caller of a failure of that kind as it is: it is neither unexpected nor secret. */
    public boolean isTold() {
        return this == TIMEOUT || this == OVERLOAD || this == UNAUTHENTICATED || this == PERMISSION_DENIED;
    }
}
