package io.quarkiverse.volo.peers;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Checks that fail in some cells, and why that is known and right. One that passes there after all is a mistake of this list,
 * save where chance decides.
 */
enum Gap {

    HEADERLESS("framed Thrift has no header that could carry it", false,
            cell -> !cell.wire().hasHeader(),
            "business", "business-extra", "metainfo", "backward", "names", "timeout-told"),

    BARE_KEY("Kitex' server sends a backward value under its bare key, and Volo's client reads only RPC_BACKWARD_ ones", false,
            cell -> cell.client() == Language.RUST && cell.server() == Language.GO && cell.wire().hasHeader(),
            "backward"),

    PREFIXED_KEY("Volo's server sends a backward value as RPC_BACKWARD_<key>, and Kitex' client keeps it under that name",
            false,
            cell -> cell.client() == Language.GO && cell.server() == Language.RUST && cell.wire().hasHeader(),
            "backward"),

    EXCEPTION_FIRST("Volo's server sends a business error as an exception, and Kitex' client reads that before the header",
            false,
            cell -> cell.client() == Language.GO && cell.server() == Language.RUST && cell.wire().hasHeader(),
            "business", "business-extra"),

    VOLO_MUX("Volo's multiplexing client takes no business error from a header", false,
            cell -> cell.client() == Language.RUST && cell.wire().muxClient(),
            "business", "business-extra"),

    /** Volo's client has several connections to Kitex' server by then, having lost one to the empty result of VOLO_MUX. */
    IN_ORDER("Kitex' and Volo's servers answer in order unless they were told to expect multiplexing clients", false,
            cell -> cell.wire() == Wire.MUX && cell.server() != Language.JAVA
                    && !(cell.client() == Language.RUST && cell.server() == Language.GO),
            "overtaking"),

    /** Where the reply has a header of its own connection, {@code crrst} tells the client. */
    CLOSED("Kitex' and Volo's servers close a connection on which a method was unknown, perhaps under the client's next call",
            true, cell -> cell.server() != Language.JAVA && (cell.wire().muxClient() || !cell.wire().hasHeader()),
            "unknown-method", "after-unknown-method");

    private final String reason;
    private final boolean byChance;
    private final Predicate<Cell> where;
    private final Set<String> checks;

    Gap(String reason, boolean byChance, Predicate<Cell> where, String... checks) {
        this.reason = reason;
        this.byChance = byChance;
        this.where = where;
        this.checks = Set.of(checks);
    }

    /** The gaps that explain why the check fails in the cell; none if it has to pass. */
    static List<Gap> of(Cell cell, String check) {
        return Arrays.stream(values()).filter(gap -> gap.where.test(cell) && gap.checks.contains(check)).toList();
    }

    /** Whether the checks may also pass. */
    boolean byChance() {
        return byChance;
    }

    String reason() {
        return reason;
    }
}
