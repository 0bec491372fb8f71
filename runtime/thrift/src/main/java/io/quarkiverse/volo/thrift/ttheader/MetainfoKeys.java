package io.quarkiverse.volo.thrift.ttheader;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkiverse.volo.metainfo.MetainfoCarrier;

/** Metainfo in TTHeaders: Volo and Kitex agree about what goes with a request, not about what comes back. */
public final class MetainfoKeys {

    private static final String PREFIX = "RPC_";
    /** What Kitex calls the token of a header. */
    private static final String TOKEN = "gdpr-token";

    /** What is no metainfo, though Kitex takes it for that in a reply. */
    private static final Set<String> OTHERS = Set.of(TextKey.SERVICE, TextKey.REMOTE_ADDRESS, TextKey.CONNECTION_RESET,
            TextKey.BIZ_STATUS, TextKey.BIZ_MESSAGE, TextKey.BIZ_EXTRA, TextKey.ERROR_KIND);

    private MetainfoKeys() {
    }

    /** Puts what goes to the called side into its request's header. */
    public static void writeForward(TTHeader header, CallMetainfo sent) {
        sent.forEachPersistent((key, value) -> header.put(TextKey.PERSISTENT + key, value));
        sent.forEachTransient((key, value) -> header.put(TextKey.TRANSIENT + key, value));
    }

    /**
     * What came with a request, for its call alone; {@code null} if nothing did. Requests that follow each other with the same
     * header have it read once.
     */
    public static @Nullable CallMetainfo readForward(TTHeader header) {
        CallMetainfo received = header.forward();
        if (received == null) {
            received = forwardOf(header);
            header.forward(received);
        }
        return received.hasReceived() ? received.forCall() : null;
    }

    private static CallMetainfo forwardOf(TTHeader header) {
        CallMetainfo received = new CallMetainfo();
        for (int i = 0; i < header.stringCount(); i++) {
            String key = header.stringKey(i);
            if (key.startsWith(PREFIX)) {
                readForward(key, header.stringValue(i), received);
            }
        }
        String token = header.token();
        if (token != null) {
            received.receivedTransient(TOKEN, token);
        }
        return received;
    }

    private static void readForward(String key, String value, CallMetainfo received) {
        if (key.startsWith(TextKey.PERSISTENT)) {
            received.receivedPersistent(key.substring(TextKey.PERSISTENT.length()), value);
        } else if (key.startsWith(TextKey.UPSTREAM)) {
            received.receivedTransient(key.substring(TextKey.UPSTREAM.length()), value);
        } else if (key.startsWith(TextKey.TRANSIENT)) {
            received.receivedTransient(key.substring(TextKey.TRANSIENT.length()), value);
        }
    }

    /**
     * Puts what goes back to the caller into its reply's header.
     *
     * @param prefixed whether as Volo reads it
     * @param bare whether as Kitex reads it; a key that means something else to it is left out
     */
    public static void writeBackward(TTHeader header, CallMetainfo sent, boolean prefixed, boolean bare) {
        sent.forEachBackward((key, value) -> {
            if (prefixed) {
                header.put(TextKey.BACKWARD + key, value);
            }
            if (bare && !OTHERS.contains(key)) {
                header.put(key, value);
            }
        });
    }

    /** Reads what came back with a reply, in either way. */
    public static void readBackward(TTHeader header, MetainfoCarrier call) {
        for (int i = 0; i < header.stringCount(); i++) {
            String key = header.stringKey(i);
            if (key.startsWith(TextKey.BACKWARD)) {
                call.metainfo().receivedDownstream(key.substring(TextKey.BACKWARD.length()), header.stringValue(i));
            } else if (!key.startsWith(PREFIX) && !OTHERS.contains(key)) {
                call.metainfo().receivedDownstream(key, header.stringValue(i));
            }
        }
    }
}
