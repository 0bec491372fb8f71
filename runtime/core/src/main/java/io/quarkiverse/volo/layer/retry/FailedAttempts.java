package io.quarkiverse.volo.layer.retry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;

/** The attempts at one call that have failed; immutable. */
final class FailedAttempts {

    static final FailedAttempts NONE = new FailedAttempts(List.of());

    private final List<Attempt> attempts;

    /** @param address where it went; {@code null} if it had not come to that */
    private record Attempt(@Nullable Address address, Throwable failure) {

        boolean isConnect() {
            return failure instanceof VoloException known && known.kind() == ErrorKind.CONNECT;
        }
    }

    private FailedAttempts(List<Attempt> attempts) {
        this.attempts = attempts;
    }

    FailedAttempts and(@Nullable Address address, Throwable failure) {
        List<Attempt> more = new ArrayList<>(attempts);
        more.add(new Attempt(address, failure));
        return new FailedAttempts(more);
    }

    int count() {
        return attempts.size();
    }

    /** Where the last one went. */
    @Nullable
    Address lastAddress() {
        return last().address();
    }

    /** Whether no connection could be made in the last one. */
    boolean lastWasConnect() {
        return last().isConnect();
    }

    private Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    /** All addresses that have been tried. */
    List<Address> tried() {
        return attempts.stream().map(Attempt::address).filter(Objects::nonNull).toList();
    }

    /** Those to which no connection could be made. */
    List<Address> refusing() {
        return attempts.stream().filter(Attempt::isConnect).map(Attempt::address).filter(Objects::nonNull).toList();
    }

    /**
     * The failure of the last one, which tells of the others if there are any. What is more than a {@link VoloException}, such
     * as an exception that the IDL declares, is left as it is.
     */
    Throwable failure() {
        Throwable last = last().failure();
        if (count() == 1 || last.getClass() != VoloException.class) {
            return last;
        }
        VoloException known = (VoloException) last;
        VoloException all = new VoloException(known.kind(),
                known.getMessage() + " (" + count() + " attempts, at " + places() + ")", known, known.isUnprocessed());
        attempts.stream().limit(count() - 1L).map(Attempt::failure).forEach(all::addSuppressed);
        return all;
    }

    /** For the message of one more attempt. */
    String asEarlierOnes() {
        return " (attempt " + (count() + 1) + ", as " + (count() == 1 ? "the one" : "those") + " before failed at " + places()
                + ")";
    }

    private String places() {
        return tried().stream().map(Address::toString).collect(Collectors.joining(", "));
    }
}
