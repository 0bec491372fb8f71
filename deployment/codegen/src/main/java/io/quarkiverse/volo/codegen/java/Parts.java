package io.quarkiverse.volo.codegen.java;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkiverse.volo.codegen.source.SourceWriter;

/**
 * Code for many components, in several methods: HotSpot never compiles one of more than 8,000 bytes, and a field takes up to
 * 60. The methods' names have the number of the part in place of a {@code #}.
 */
final class Parts {

    static final int SIZE = 60;

    private Parts() {
    }

    /** How many there are. */
    private static int count(List<Component> components) {
        return (components.size() + SIZE - 1) / SIZE;
    }

    /** The components of each part, by its number. */
    static Map<Integer, List<Component>> of(List<Component> components) {
        Map<Integer, List<Component>> parts = new LinkedHashMap<>();
        for (int part = 1; part <= count(components); part++) {
            parts.put(part, components.subList((part - 1) * SIZE, Math.min(part * SIZE, components.size())));
        }
        return parts;
    }

    private static String numbered(String text, int part) {
        return text.replace("#", String.valueOf(part));
    }

    /** A line for each part. */
    static void call(SourceWriter out, String call, List<Component> components) {
        IntStream.rangeClosed(1, count(components)).forEach(part -> out.line(numbered(call, part)));
    }

    /** The same as one expression. */
    static String joined(String call, String operator, List<Component> components) {
        return IntStream.rangeClosed(1, count(components)).mapToObj(part -> numbered(call, part))
                .collect(Collectors.joining(operator));
    }

    /** A method for each part. */
    static void method(SourceWriter out, String declaration, List<Component> components, Consumer<Component> each,
            String... last) {
        of(components).forEach((part, some) -> {
            out.open(numbered(declaration, part));
            some.forEach(each);
            List.of(last).forEach(out::line);
            out.close();
            out.blank();
        });
    }
}
