package io.quarkiverse.volo.deployment;

import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

import io.quarkus.bootstrap.prebuild.CodeGenException;

/** The files whose structs keep what they do not know, as {@code quarkus.volo.codegen.keep-unknown-fields} names them. */
final class KeepUnknownFields {

    static final String KEY = "quarkus.volo.codegen.keep-unknown-fields";

    private KeepUnknownFields() {
    }

    /**
     * What the compiler takes.
     *
     * @throws CodeGenException if one is no glob
     */
    static List<String> globs(List<String> values) throws CodeGenException {
        List<String> globs = new ArrayList<>();
        for (String value : values) {
            switch (value.trim()) {
                case "true" -> globs.add("**");
                case "false", "" -> {
                }
                default -> globs.add(checked(value.trim()));
            }
        }
        return globs;
    }

    private static String checked(String glob) throws CodeGenException {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + glob);
            return glob;
        } catch (PatternSyntaxException e) {
            throw new CodeGenException(
                    KEY + ": " + glob + " (expected: true, false or files such as user.thrift, billing/*.thrift)",
                    e);
        }
    }
}
