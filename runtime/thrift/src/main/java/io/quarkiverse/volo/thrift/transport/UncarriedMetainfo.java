package io.quarkiverse.volo.thrift.transport;

import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

/** Tells once that metainfo was set where the messages have no room for it. For any thread. */
public final class UncarriedMetainfo {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.thrift");

    private final String where;
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param where how the log calls the messages, such as {@code "replies of HelloService"} */
    public UncarriedMetainfo(String where) {
        this.where = where;
    }

    /** Metainfo was left out of a message. */
    public void leftOut() {
        if (!told.get() && told.compareAndSet(false, true)) {
            LOG.warnf("%s: metainfo is left out, and will be without a word from now on: it travels in a TTHeader only", where);
        }
    }
}
