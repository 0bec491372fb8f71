package io.quarkiverse.volo.thrift.server;

import org.jspecify.annotations.Nullable;

/**
 * What a connection has started and not answered yet, in the order of arrival. The slots themselves are the queue's nodes, so
 * that a connection has no array for it. Used on the connection's event loop only.
 */
final class ReplyQueue {

    private @Nullable ReplySlot first;
    private @Nullable ReplySlot last;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return first == null;
    }

    /** The one that has waited longest; {@code null} if there is none. */
    @Nullable
    ReplySlot first() {
        return first;
    }

    /** Adds one that is in no queue. */
    void add(ReplySlot slot) {
        if (last == null) {
            first = slot;
        } else {
            last.next = slot;
        }
        last = slot;
        size++;
    }

    /** Takes the one that has waited longest out. */
    void removeFirst(ReplySlot slot) {
        assert slot == first;
        unlink(null, slot);
    }

    /** Takes any out; answers whether it was there. */
    boolean remove(ReplySlot slot) {
        ReplySlot before = null;
        for (ReplySlot each = first; each != null; each = each.next) {
            if (each == slot) {
                unlink(before, slot);
                return true;
            }
            before = each;
        }
        return false;
    }

    private void unlink(@Nullable ReplySlot before, ReplySlot slot) {
        ReplySlot behind = slot.next;
        if (before == null) {
            first = behind;
        } else {
            before.next = behind;
        }
        if (behind == null) {
            last = before;
        }
        slot.next = null;
        size--;
    }

    /** The connection has gone: nobody waits for any of them, and the queue is empty. */
    void connectionLost() {
        ReplySlot slot = first;
        first = null;
        last = null;
        size = 0;
        while (slot != null) {
            ReplySlot behind = slot.next;
            slot.next = null;
            slot.connectionLost();
            slot = behind;
        }
    }
}
