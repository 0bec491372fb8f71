package io.quarkiverse.volo.runtime.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.quarkiverse.volo.context.Address;

/** Reads the addresses of a client's configuration. */
final class ClientAddresses {

    /** Other names stand between quotes in a key. */
    private static final Pattern SIMPLE_NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private ClientAddresses() {
    }

    /** The key of a client's addresses. */
    static String key(String name) {
        return key(name, "address");
    }

    /** A key of a client. */
    static String key(String name, String property) {
        String segment = SIMPLE_NAME.matcher(name).matches() ? name : "\"" + name + "\"";
        return "quarkus.volo.clients." + segment + "." + property;
    }

    /**
     * @param text one or more {@code host:port}, separated by commas
     * @throws IllegalArgumentException with the key, the bad value and the good one
     */
    static List<Address> parse(String name, String text) {
        List<Address> addresses = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            addresses.add(parseOne(name, part.trim()));
        }
        return addresses;
    }

    private static Address parseOne(String name, String text) {
        int scheme = text.indexOf("://");
        if (scheme >= 0) {
            throw new IllegalArgumentException(key(name) + ": '" + text + "': " + text.substring(0, scheme)
                    + ":// is not supported yet (expected: host:port, or several of them separated by commas)");
        }
        try {
            return Address.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key(name) + ": " + e.getMessage(), e);
        }
    }
}
