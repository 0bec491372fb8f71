package io.quarkiverse.volo.codegen.java;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.diagnostic.Suggestion;
import io.quarkiverse.volo.codegen.model.Annotations;
import io.quarkiverse.volo.codegen.model.Constant;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Enumeration;
import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.TypeUse;
import io.quarkiverse.volo.codegen.model.Typedef;

/** Warns of {@code volo.*} annotations that are misspelt, or stand where they mean nothing. */
final class VoloAnnotations {

    private static final String PREFIX = "volo.";

    /** What an annotation stands behind. */
    private enum Place {
        STRUCT("a struct"),
        EXCEPTION("an exception"),
        UNION("a union"),
        ENUM("an enum"),
        SERVICE("a service"),
        FIELD("a field"),
        UNION_MEMBER("a member of a union"),
        ENUM_MEMBER("a member of an enum"),
        METHOD("a method"),
        ARGUMENT("an argument"),
        THROWN("an exception that a method throws"),
        CONSTANT("a constant"),
        TYPEDEF("a typedef"),
        TYPE("a type"),
        NAMESPACE("a namespace");

        private final String shown;

        Place(String shown) {
            this.shown = shown;
        }
    }

    private static final Map<String, Set<Place>> KNOWN = new TreeMap<>(Map.of(
            GivenNames.ANNOTATION,
            EnumSet.complementOf(EnumSet.of(Place.THROWN, Place.TYPEDEF, Place.TYPE, Place.NAMESPACE)),
            "volo.keep_unknown_fields", EnumSet.of(Place.STRUCT, Place.EXCEPTION, Place.UNION),
            "volo.sensitive", EnumSet.of(Place.FIELD, Place.UNION_MEMBER, Place.ARGUMENT),
            "volo.presence", EnumSet.of(Place.STRUCT, Place.EXCEPTION, Place.FIELD, Place.ARGUMENT, Place.NAMESPACE),
            "volo.java_type", EnumSet.of(Place.FIELD, Place.UNION_MEMBER, Place.ARGUMENT, Place.TYPEDEF, Place.TYPE)));

    private final Diagnostics diagnostics;

    VoloAnnotations(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(Program program) {
        program.documents().stream().filter(Document::generated).forEach(this::check);
    }

    private void check(Document document) {
        Location top = new Location(document.file(), 1, 1);
        document.namespaces().forEach(
                (language, namespace) -> check(namespace.annotations(), Place.NAMESPACE, top, "namespace " + language));
        document.structs().forEach(this::check);
        for (Enumeration enumeration : document.enumerations()) {
            String context = "enum " + enumeration.type().name();
            check(enumeration.annotations(), Place.ENUM, enumeration.location(), context);
            enumeration.members()
                    .forEach(member -> check(member.annotations(), Place.ENUM_MEMBER, member.location(), context));
        }
        for (Typedef typedef : document.typedefs()) {
            check(typedef.annotations(), Place.TYPEDEF, typedef.location(), "typedef " + typedef.name().name());
            check(typedef.use(), typedef.location(), "typedef " + typedef.name().name());
        }
        for (Constant constant : document.constants()) {
            check(constant.annotations(), Place.CONSTANT, constant.location(), "const " + constant.name());
            check(constant.use(), constant.location(), "const " + constant.name());
        }
        document.services().forEach(this::check);
    }

    private void check(Struct struct) {
        Type.Kind kind = struct.type().kind();
        Place place = kind == Type.Kind.UNION ? Place.UNION : kind == Type.Kind.EXCEPTION ? Place.EXCEPTION : Place.STRUCT;
        check(struct.annotations(), place, struct.location(), struct.shown());
        Place ofFields = kind == Type.Kind.UNION ? Place.UNION_MEMBER : Place.FIELD;
        struct.fields().forEach(field -> check(field, ofFields, struct.shown()));
    }

    private void check(Service service) {
        check(service.annotations(), Place.SERVICE, service.location(), "service " + service.name().name());
        for (Method method : service.methods()) {
            String context = "method " + service.name().name() + "." + method.name();
            check(method.annotations(), Place.METHOD, method.location(), context);
            if (method.resultUse() != null) {
                check(method.resultUse(), method.location(), context);
            }
            method.arguments().forEach(argument -> check(argument, Place.ARGUMENT, context));
            method.exceptions().forEach(exception -> check(exception, Place.THROWN, context));
        }
    }

    private void check(Field field, Place place, String context) {
        check(field.annotations(), place, field.location(), context);
        check(field.use(), field.location(), context);
    }

    private void check(TypeUse use, Location location, String context) {
        check(use.annotations(), Place.TYPE, location, context);
        use.arguments().forEach(argument -> check(argument, location, context));
    }

    private void check(Annotations annotations, Place place, Location location, String context) {
        for (String name : annotations.keySet()) {
            Set<Place> places = KNOWN.get(name);
            if (places != null && !places.contains(place)) {
                diagnostics.warning(location, name + " means nothing at " + place.shown + " (expected: at "
                        + places.stream().map(known -> known.shown).collect(Collectors.joining(", ")) + ")", context);
            } else if (places == null && name.startsWith(PREFIX)) {
                diagnostics.warning(location, "unknown annotation " + name + Suggestion.forName(name, KNOWN.keySet())
                        + " (expected: " + String.join(", ", KNOWN.keySet()) + ")", context);
            }
        }
    }
}
