package io.quarkiverse.volo.runtime.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.quarkiverse.volo.context.Address;

/** Reads the addresses of a client's configuration. */
final class ClientAddresses {

    /** Other names stand between quotes in a key. */
    private static final Pattern SIMPLE_NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private static final String DNS = "dns://";

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
     * @param text {@code dns://host:port}, or one or more {@code host:port} or {@code unix:/path}, separated by commas
     * @throws IllegalArgumentException with the key, the bad value and the good one
     */
    static ClientTarget parse(String name, String text) {
        if (text.strip().startsWith(DNS) && text.indexOf(',') < 0) {
            return new ClientTarget.Dns(parseName(name, text.strip()));
        }
        List<Address> addresses = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            addresses.add(parseOne(name, part.strip()));
        }
        return new ClientTarget.Fixed(addresses);
    }

    private static Address parseName(String name, String text) {
        try {
            Address address = Address.parse(text.substring(DNS.length()));
            if (address.path() != null) {
                throw new IllegalArgumentException("a Unix domain socket has no name");
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    key(name) + ": '" + text + "' (expected: dns://host:port, as in dns://hello.example:8888)", e);
        }
    }

    private static Address parseOne(String name, String text) {
        if (text.startsWith(DNS)) {
            throw new IllegalArgumentException(key(name) + ": '" + text
                    + "': one of several (expected: dns://host:port alone, or several host:port separated by commas)");
        }
        int scheme = text.indexOf("://");
        if (scheme >= 0) {
            throw new IllegalArgumentException(key(name) + ": '" + text + "': " + text.substring(0, scheme)
                    + ":// is not supported (expected: dns://host:port, or host:port or unix:/path, or several of the"
                    + " latter separated by commas)");
        }
        try {
            return Address.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key(name) + ": " + e.getMessage(), e);
        }
    }
}
