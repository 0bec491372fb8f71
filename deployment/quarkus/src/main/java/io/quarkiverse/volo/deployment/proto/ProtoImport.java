package io.quarkiverse.volo.deployment.proto;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/**
 * What one file imports.
 *
 * @param path as written, from the root of all directories
 * @param place of the path in the file
 */
record ProtoImport(String path, Location place) {

    /** Words, strings, and comments to pass over; possessive, as a comment may be long. */
    private static final Pattern TOKEN = Pattern.compile("//[^\\n]*+|/\\*(?s:.*?)\\*/|\"(?:[^\"\\\\\\n]|\\\\.)*+\""
            + "|'(?:[^'\\\\\\n]|\\\\.)*+'|[\\w.]++|\\S");

    /** All imports of a file; one that protoc will find wrong may be missing. */
    static List<ProtoImport> of(String file, String text) {
        List<ProtoImport> imports = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        boolean statementBegins = true;
        boolean inImport = false;
        while (token.find()) {
            String word = token.group();
            if (word.startsWith("//") || word.startsWith("/*")) {
                continue;
            }
            if (inImport && word.length() > 1 && (word.startsWith("\"") || word.startsWith("'"))) {
                imports.add(new ProtoImport(word.substring(1, word.length() - 1), place(file, text, token.start())));
            }
            // Behind it there may be public, weak or option.
            inImport = (statementBegins && word.equals("import")) || (inImport && Character.isLetter(word.charAt(0)));
            statementBegins = word.equals(";") || word.equals("}");
        }
        return imports;
    }

    private static Location place(String file, String text, int position) {
        int line = (int) text.substring(0, position).chars().filter(letter -> letter == '\n').count() + 1;
        return new Location(file, line, position - text.lastIndexOf('\n', position - 1));
    }
}
