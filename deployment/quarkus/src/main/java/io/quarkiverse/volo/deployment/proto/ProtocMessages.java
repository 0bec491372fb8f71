package io.quarkiverse.volo.deployment.proto;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;

/** Reads what protoc prints. */
final class ProtocMessages {

    /** {@code file:line:column: message}, or without line and column where the whole file is meant. */
    private static final Pattern MESSAGE = Pattern
            .compile("(?:--\\w+: )?(?<file>.+?\\.proto)(?::(?<line>\\d+):(?<column>\\d+))?: (?<warning>warning: )?(?<text>.*)");

    private static final String NOT_FOUND = "File not found.";

    private final List<String> others = new ArrayList<>();
    private final UnaryOperator<String> shown;
    private final Diagnostics diagnostics;

    /** @param shown how the user knows a file that protoc names by its path */
    ProtocMessages(UnaryOperator<String> shown, Diagnostics diagnostics) {
        this.shown = shown;
        this.diagnostics = diagnostics;
    }

    void read(String output) {
        output.lines().filter(line -> !line.isBlank()).forEach(this::readLine);
    }

    private void readLine(String line) {
        Matcher message = MESSAGE.matcher(line);
        if (!message.matches()) {
            others.add(line.strip());
            return;
        }
        if (message.group("text").equals(NOT_FOUND)) {
            // Told a second time, with the place of the import.
            return;
        }
        Location place = new Location(shown.apply(message.group("file")), number(message.group("line")),
                number(message.group("column")));
        if (message.group("warning") == null) {
            diagnostics.error(place, message.group("text"));
        } else {
            diagnostics.warning(place, message.group("text"), "");
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    /** What is about no file. */
    String others() {
        return String.join("; ", others);
    }
}
