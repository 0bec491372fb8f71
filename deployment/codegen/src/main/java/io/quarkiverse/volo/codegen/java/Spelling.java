package io.quarkiverse.volo.codegen.java;

import java.util.Locale;

/** How names of the IDL are spelled in Java: only letters' case and underscores change here. */
final class Spelling {

    private Spelling() {
    }

    /**
     * {@code user_name} and {@code UserName} become {@code userName}, {@code URLPath} {@code urlPath}, {@code ID} {@code id}.
     */
    static String lowerCamel(String name) {
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
    static String upperCamel(String name) {
        String joined = joined(name);
        return start(joined.isEmpty() ? "" : capitalized(joined));
    }

    /** {@code userName} becomes {@code USER_NAME}, {@code getURLPath} {@code GET_URL_PATH}. */
    static String upperSnake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
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
