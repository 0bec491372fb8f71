package io.quarkiverse.volo.metainfo;

import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Key/values that travel with calls, beside their arguments:
 *
 * <ul>
 * <li><b>persistent</b> ones go to whoever is called, and on from there to whoever that one calls, over all hops;
 * <li><b>transient</b> ones go one hop; who was called reads them as <b>upstream</b> ones, which are not sent on;
 * <li><b>backward</b> ones are an answer to one's caller, which reads them as <b>downstream</b> ones; they go no further back
 * unless they are set again.
 * </ul>
 *
 * <p>
 * {@link #current()} belongs to what is being done at the moment: the call that is served, the HTTP request, ... Calls that are
 * made meanwhile take its persistent and transient values as they are when the call is subscribed to, and their downstream
 * values are there when their reply is. Where nothing of the kind goes on, {@link #create()} makes one for
 * {@code CallOptions.withMetainfo}.
 *
 * <p>
 * Keys and values are text of at least one character; over gRPC only keys of A-Z, 0-9 and {@code _} survive. For any thread.
 */
public interface Metainfo {

    /**
     * What belongs to what the current thread is doing: is kept in its Vert.x duplicated context, for which the thread does not
     * matter.
     *
     * @throws IllegalStateException if the thread is not on a duplicated context
     */
    static Metainfo current() {
        return CallMetainfo.current();
    }

    /** An empty one, which belongs to no call until it is given to one. */
    static Metainfo create() {
        return new CallMetainfo();
    }

    /** What goes on over all hops; {@code null} if there is nothing under this key. */
    @Nullable
    String getPersistent(String key);

    /** @throws IllegalArgumentException if the key or the value is empty */
    Metainfo setPersistent(String key, String value);

    Metainfo removePersistent(String key);

    /** What whoever is called from here will read as upstream value; {@code null} if there is nothing under this key. */
    @Nullable
    String getTransient(String key);

    /** @throws IllegalArgumentException if the key or the value is empty */
    Metainfo setTransient(String key, String value);

    Metainfo removeTransient(String key);

    /** The transient value of whoever called here; {@code null} if there is none under this key. */
    @Nullable
    String getUpstream(String key);

    /** What goes back to whoever called here; {@code null} if there is nothing under this key. */
    @Nullable
    String getBackward(String key);

    /** @throws IllegalArgumentException if the key or the value is empty */
    Metainfo setBackward(String key, String value);

    Metainfo removeBackward(String key);

    /** What the peers that were called from here have answered beside their replies, the last one's if several did. */
    @Nullable
    String getDownstream(String key);

    void forEachPersistent(BiConsumer<? super String, ? super String> action);

    void forEachTransient(BiConsumer<? super String, ? super String> action);

    void forEachUpstream(BiConsumer<? super String, ? super String> action);

    void forEachBackward(BiConsumer<? super String, ? super String> action);

    void forEachDownstream(BiConsumer<? super String, ? super String> action);

    /** One of its own with the same values: what is changed in one is not changed in the other. */
    Metainfo copy();
}
