package io.quarkiverse.volo.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** A file of cases: each begins with a line {@code === title}, and lines that begin with {@code ---} divide it into parts. */
final class CaseFile {

    private CaseFile() {
    }

    /** @param parts what the divider leaves; at least one */
    record Section(String title, String[] parts) {
    }

    /** @param divider a regular expression for the lines between two parts */
    static Stream<Section> read(String name, String divider) throws IOException {
        String text = Files.readString(Path.of("src/test/resources", name), StandardCharsets.UTF_8);
        return Arrays.stream(text.split("(?m)^=== ")).skip(1).map(section -> {
            int line = section.indexOf('\n');
            return new Section(section.substring(0, line), section.substring(line + 1).split(divider));
        });
    }
}
