package io.quarkiverse.volo.codegen.proto;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/** What the source of a file says beside its meaning: comments and places. */
final class Comments {

    private final String file;
    private final Map<List<Integer>, SourceCodeInfo.Location> locations = new HashMap<>();

    Comments(FileDescriptorProto file) {
        this.file = file.getName();
        file.getSourceCodeInfo().getLocationList()
                .forEach(location -> locations.putIfAbsent(location.getPathList(), location));
    }

    /** The comment before a definition, else the one behind it; empty if there is neither. */
    String of(Integer... path) {
        SourceCodeInfo.Location location = locations.get(List.of(path));
        if (location == null) {
            return "";
        }
        String comment = location.hasLeadingComments() ? location.getLeadingComments() : location.getTrailingComments();
        return text(comment);
    }

    /** Protoc takes comment marks away, but neither the blank that follows them nor the second asterisk of {@code /**}. */
    private static String text(String comment) {
        String marked = comment.startsWith("*") ? " " + comment.substring(1) : comment;
        return marked.lines().dropWhile(String::isBlank).collect(Collectors.joining("\n")).stripTrailing().stripIndent();
    }

    /** Where a definition begins. */
    Location place(Integer... path) {
        SourceCodeInfo.Location location = locations.get(List.of(path));
        return location == null || location.getSpanCount() < 2 ? new Location(file, 1, 1)
                : new Location(file, location.getSpan(0) + 1, location.getSpan(1) + 1);
    }
}
