package io.quarkiverse.volo.thrift.transport;

import java.util.concurrent.atomic.AtomicLong;

import org.jboss.logging.Logger;

/**
 * Counts the strings of a client's replies, or of a service's requests, that were no UTF-8 and have been mended. The first is
 * told in the log, and no other: a peer that writes Latin-1 does so in every message. For any thread.
 */
public final class MalformedStrings {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.thrift");

    private final String where;
    private final AtomicLong count = new AtomicLong();

    /** @param where how the log calls the messages, such as {@code "requests to HelloService"} */
    public MalformedStrings(String where) {
        this.where = where;
    }

    /** Counts those of one message; with none, which is the rule, it costs nothing. */
    public void add(int strings) {
        if (strings > 0 && count.getAndAdd(strings) == 0) {
            LOG.warnf("%s: a string is no UTF-8; what is malformed was replaced by U+FFFD, and will be without a word from now"
                    + " on (malformed-utf8=reject makes it an error)", where);
        }
    }

    /** How many there were so far. */
    public long count() {
        return count.get();
    }
}
