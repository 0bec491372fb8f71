package io.quarkiverse.volo.thrift.codec;

import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;

/** What is wrong with bytes that make no sense as Thrift. */
public final class Malformed {

    private Malformed() {
    }

    /** The failure, of kind PROTOCOL, to read them. */
    public static VoloException malformed(String message) {
        return new VoloException(ErrorKind.PROTOCOL, message, null);
    }
}
