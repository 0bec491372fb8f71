package io.quarkiverse.volo.thrift.codec;

/**
 * What every Thrift message begins with.
 *
 * @param type one of {@link MessageType}, or what the peer sent instead
 * @param name the method's name
 * @param sequenceId the request's number, which the reply repeats
 */
public record MessageHeader(int type, String name, int sequenceId) {
}
