package io.quarkiverse.volo.codegen.compatibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.volo.codegen.model.Annotations;

/**
 * The ids of fields, or the numbers of enum members, that are gone and must not be used again, as the annotation
 * {@code volo.reserved = "3, 7-9"} of a struct or an enum lists them.
 *
 * @param ranges in order, those that touch joined
 * @param mistakes parts of the annotation that are none
 */
record Reserved(List<Range> ranges, List<String> mistakes) {

    static final String NAME = "volo.reserved";

    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,10})(?:\\s*-\\s*(-?\\d{1,10}))?");

    record Range(long first, long last) {

        @Override
        public String toString() {
            return first == last ? Long.toString(first) : first + "-" + last;
        }
    }

    static Reserved of(Annotations annotations) {
        List<Range> ranges = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (String value : annotations.all(NAME)) {
            for (String part : value.split(",", -1)) {
                parse(part.strip(), ranges, mistakes);
            }
        }
        return new Reserved(joined(ranges), List.copyOf(mistakes));
    }

    private static void parse(String part, List<Range> ranges, List<String> mistakes) {
        Matcher range = RANGE.matcher(part);
        if (!range.matches()) {
            mistakes.add(part);
            return;
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
        if (first > last) {
            mistakes.add(part);
            return;
        }
        ranges.add(new Range(first, last));
    }

    private static List<Range> joined(List<Range> ranges) {
        List<Range> joined = new ArrayList<>();
        for (Range range : ranges.stream().sorted(Comparator.comparingLong(Range::first)).toList()) {
            Range before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before == null || range.first() > before.last() + 1) {
                joined.add(range);
            } else {
                joined.set(joined.size() - 1, new Range(before.first(), Math.max(before.last(), range.last())));
            }
        }
        return List.copyOf(joined);
    }

    boolean contains(long number) {
        return ranges.stream().anyMatch(range -> range.first() <= number && number <= range.last());
    }

    /** Those that another version does not reserve any more. */
    List<Range> missingIn(Reserved other) {
        return ranges.stream().filter(range -> !other.covers(range)).toList();
    }

    private boolean covers(Range range) {
        return ranges.stream().anyMatch(own -> own.first() <= range.first() && range.last() <= own.last());
    }
}
