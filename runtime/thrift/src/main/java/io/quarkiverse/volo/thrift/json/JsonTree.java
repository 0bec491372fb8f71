package io.quarkiverse.volo.thrift.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

import io.quarkiverse.volo.thrift.codec.DecodeLimits;

/** Reads JSON as maps, lists, texts, numbers and booleans, which nothing gives a meaning yet. */
final class JsonTree {

    /** A struct may be 64 deep, and have containers of containers on each level. */
    private static final int MAX_NESTING = 256;

    /** As many as a message may have: an empty one is two characters, and takes some 60 bytes of memory. */
    private static final int MAX_CONTAINERS = DecodeLimits.DEFAULT_MAX_ELEMENTS;

    /** From here on, not every whole number is a double. */
    private static final double END_OF_EXACT = 0x1p53;

    /** Names come from strangers: none of them is kept for ever. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser in;
    private int containers;

    private JsonTree(JsonParser in) {
        this.in = in;
    }

    static @Nullable Object parse(String text, int maxLength) {
        if (text.length() > maxLength) {
            throw new JsonSyntaxException(text.length() + " characters (expected: at most " + maxLength + ")", 1, 1);
        }
        try (JsonParser in = FACTORY.createParser(text)) {
            return new JsonTree(in).onlyValue();
        } catch (JsonProcessingException e) {
            throw wrong(e.getOriginalMessage(), e.getLocation());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // A text is in memory.
        }
    }

    private @Nullable Object onlyValue() throws IOException {
        if (in.nextToken() == null) {
            throw wrong("nothing (expected: a value)", in.currentLocation());
        }
        Object value = value();
        if (in.nextToken() != null) {
            throw wrong("more after the end of the value (expected: nothing)", in.currentTokenLocation());
        }
        return value;
    }

    private static JsonSyntaxException wrong(String problem, @Nullable JsonLocation place) {
        return place == null ? new JsonSyntaxException(problem, 1, 1)
                : new JsonSyntaxException(problem, place.getLineNr(), place.getColumnNr());
    }

    private @Nullable Object value() throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> in.getNumberValue();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw wrong(in.currentToken() + " (expected: a value)", in.currentTokenLocation());
        };
    }

    /**
     * A number that no double can hold stays text, so that whoever gives it a meaning can tell; a large one keeps all its
     * digits, as it may be meant for an {@code i64}.
     */
    private Object decimal() throws IOException {
        double number = in.getDoubleValue();
        if (Double.isInfinite(number)) {
            return in.getText();
        }
        return Math.abs(number) >= END_OF_EXACT ? (Object) in.getDecimalValue() : number;
    }

    private Map<String, @Nullable Object> object() throws IOException {
        countContainer();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            members.put(name, value());
        }
        return members;
    }

    private List<@Nullable Object> array() throws IOException {
        countContainer();
        List<@Nullable Object> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return elements;
    }

    private void countContainer() {
        if (++containers > MAX_CONTAINERS) {
            throw wrong("more than " + MAX_CONTAINERS + " objects and arrays (expected: at most that)",
                    in.currentTokenLocation());
        }
    }
}
