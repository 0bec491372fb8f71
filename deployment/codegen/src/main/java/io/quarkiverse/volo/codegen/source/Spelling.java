package io.quarkiverse.volo.codegen.source;

import java.util.Locale;
import java.util.Set;

/** How names of the IDL are spelled in Java: only letters' case and underscores change here. */
public final class Spelling {

    private Spelling() {
    }

    /**
     * {@code user_name} and {@code UserName} become {@code userName}, {@code URLPath} {@code urlPath}, {@code ID} {@code id}.
     */
    public static String lowerCamel(String name) {
        String joined = joined(name);
        int capitals = 0;
        while (capitals < joined.length() && Character.isUpperCase(joined.charAt(capitals))) {
            capitals++;
        }
        boolean wordFollows = capitals > 1 && capitals < joined.length() && Character.isLowerCase(joined.charAt(capitals));
        int lowered = wordFollows ? capitals - 1 : capitals;
        return start(joined.substring(0, lowered).toLowerCase(Locale.ROOT) + joined.substring(lowered));
    }

    /** {@code user_name} and {@code userName} become {@code UserName}; capitals stay. */
    public static String upperCamel(String name) {
        String joined = joined(name);
        return start(joined.isEmpty() ? "" : capitalized(joined));
    }

    /** {@code userName} becomes {@code USER_NAME}, {@code getURLPath} {@code GET_URL_PATH}. */
    public static String upperSnake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }

    /** A name that differs from all taken ones by more than case; it is taken from now on. */
    public static String unique(String wanted, Set<String> taken) {
        String name = wanted;
        while (!taken.add(name.toLowerCase(Locale.ROOT))) {
            name += "_";
        }
        return name;
    }

    /** Without underscores, the letter after each one a capital. */
    private static String joined(String name) {
        StringBuilder joined = new StringBuilder();
        for (String part : name.split("_", -1)) {
            if (!part.isEmpty()) {
                joined.append(joined.length() == 0 ? part : capitalized(part));
            }
        }
        return joined.toString();
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String start(String name) {
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }
}
