package io.quarkiverse.volo.thrift.codec;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.thrift.value.Binary;
import io.quarkiverse.volo.thrift.value.UnknownFields;

/**
 * Keeps what one struct is read from and has no place for. Copies bytes, so nothing of the message's buffer is held. Not
 * thread-safe.
 */
public final class FieldKeeper {

    private final ThriftReader in;
    private final int lossesAround;
    private int losses;
    private int start;
    private UnknownFields.@Nullable Builder kept;

    public FieldKeeper(ThriftReader in) {
        this.in = in;
        this.lossesAround = in.losses;
    }

    /** Keeps a field that the struct does not know; its value, which comes next, is skipped. */
    public void keep(int field) {
        in.countKept();
        builder().unknown(field, in.skippedValue(field));
    }

    /** The value of a field comes next that the struct knows. */
    public void begin() {
        losses = in.losses;
        start = in.offset();
    }

    /**
     * The value has been read. Its bytes are kept if they tell more than the value: a number that an enum does not name,
     * elements of another type.
     */
    public void end(int field, @Nullable Object value) {
        if (in.losses != losses) {
            builder().known(field, sinceBegin(), value);
        } else if (kept != null) {
            kept.forget(field);
        }
    }

    /** The value has been skipped: it is of another type than the struct knows. */
    public void skipped(int field) {
        builder().unknown(field, sinceBegin());
    }

    private Binary sinceBegin() {
        return Binary.wrap(in.since(start));
    }

    private UnknownFields.Builder builder() {
        if (kept == null) {
            kept = new UnknownFields.Builder(in.protocol());
        }
        return kept;
    }

    /** All that was kept, at the struct's end. */
    public UnknownFields kept() {
        // Nothing is lost of this struct, so that a container around it needs not be kept for its sake.
        in.losses = lossesAround;
        return kept == null ? UnknownFields.NONE : kept.build();
    }
}
