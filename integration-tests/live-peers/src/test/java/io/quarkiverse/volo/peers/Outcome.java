package io.quarkiverse.volo.peers;

/**
 * How a check went.
 *
 * @param problem what was expected and what came; empty if that was the same
 */
record Outcome(String check, String problem) {

    boolean passed() {
        return problem.isEmpty();
    }

    /** @param line {@code ok <check>} or {@code failed <check>: <problem>}, as the peers print it */
    static Outcome parse(String line) {
        if (line.startsWith("ok ")) {
            return new Outcome(line.substring("ok ".length()), "");
        }
        int colon = line.indexOf(": ");
        if (!line.startsWith("failed ") || colon < 0) {
            throw new IllegalArgumentException("'" + line + "' (expected: 'ok <check>' or 'failed <check>: <problem>')");
        }
        return new Outcome(line.substring("failed ".length(), colon), line.substring(colon + 2));
    }
}
