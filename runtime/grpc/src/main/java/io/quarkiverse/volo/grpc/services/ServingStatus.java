package io.quarkiverse.volo.grpc.services;

/** What callers of a service are told of its health. */
public enum ServingStatus {

    /** Nobody has said yet. */
    UNKNOWN(0),
    /** It answers. */
    SERVING(1),
    /** It should not be called now. */
    NOT_SERVING(2),
    /** There is no such service; only those who watch are told so. */
    SERVICE_UNKNOWN(3);

    private static final ServingStatus[] BY_NUMBER = values();

    private final int number;

    ServingStatus(int number) {
        this.number = number;
    }

    /** What it is on the wire. */
    int number() {
        return number;
    }

    /** What a number on the wire means; a number of later days: nothing that is known. */
    static ServingStatus of(int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : UNKNOWN;
    }
}
