package io.quarkiverse.volo.deployment.idl;

import java.util.regex.Pattern;

/**
 * The address of a git repository, of a form that git takes for nothing else: no option, no command.
 *
 * @param text as git takes it
 */
public record GitUrl(String text) {

    /** For messages. */
    public static final String EXPECTED = "https://host/path, ssh://host/path, user@host:path or file:///path";

    private static final String HOST = "[A-Za-z0-9\\[][^/\\s\\\\]*";
    private static final Pattern SAFE = Pattern.compile("(?:https?|ssh)://(?:[^/@\\s-][^/@\\s]*@)?" + HOST + "/\\S+"
            + "|file:///\\S+"
            + "|(?:[\\w.][\\w.-]*@[A-Za-z0-9][\\w.-]*:(?![:-])|[A-Za-z0-9][\\w.-]+:(?![:/\\\\-]))[^\\s:]+");

    /** @throws IllegalArgumentException if it is none of the forms that are allowed */
    public GitUrl {
        if (!isSafe(text)) {
            throw new IllegalArgumentException("url: " + text + " (expected: " + EXPECTED + ")");
        }
    }

    /** Whether this is the address of a repository. */
    public static boolean isSafe(String text) {
        return SAFE.matcher(text).matches();
    }

    /** Whether anybody on the way may change what it sends. */
    public boolean isPlainText() {
        return text.startsWith("http://");
    }

    /** Without the name and the password of a user. */
    @Override
    public String toString() {
        return text.replaceFirst("://[^/@]*@", "://");
    }

    /** Host and path, as a folder's name is allowed to be: {@code github.com/cloudwego/volo}. */
    String folder() {
        String path = toString().replaceFirst("^\\w+://", "").replaceFirst("^[^/@]*@", "").replaceFirst("\\.git/?$", "");
        return path.replaceAll("[^A-Za-z0-9._/-]", "/").replaceAll("/+", "/").replaceAll("(?<=^|/)\\.+(?=/|$)", "_")
                .replaceAll("^/|/$", "");
    }

    /** What IDL files of Volo may put before the path of a file in a repository: {@code cloudwego/volo}. */
    public String alias() {
        String[] names = folder().split("/", -1);
        return names.length < 3 ? "" : names[names.length - 2] + "/" + names[names.length - 1];
    }
}
