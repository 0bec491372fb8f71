package io.quarkiverse.volo.codegen.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.model.Annotations;
import io.quarkiverse.volo.codegen.model.Enumeration;
import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.TypeUse;
import io.quarkiverse.volo.codegen.model.Value;
import io.quarkiverse.volo.codegen.syntax.Annotation;
import io.quarkiverse.volo.codegen.syntax.DefinitionSyntax;
import io.quarkiverse.volo.codegen.syntax.FieldSyntax;

/** What stands inside of structs, methods and enums: fields and members, each name and number used once. */
final class MemberResolver {

    private final TypeResolver types;
    private final ValueResolver values;
    private final Diagnostics diagnostics;

    MemberResolver(TypeResolver types, ValueResolver values, Diagnostics diagnostics) {
        this.types = types;
        this.values = values;
        this.diagnostics = diagnostics;
    }

    /**
     * The fields of a struct, or the arguments or exceptions of a method.
     *
     * @param what what messages call them: field, argument, exception
     */
    List<Field> fields(List<FieldSyntax> syntaxes, String what, SourceFile file, String context) {
        FieldIds ids = new FieldIds(what, context, diagnostics);
        Map<String, FieldSyntax> names = new HashMap<>();
        List<Field> fields = new ArrayList<>();
        for (FieldSyntax syntax : syntaxes) {
            int id = ids.take(syntax);
            FieldSyntax before = names.putIfAbsent(syntax.name().text(), syntax);
            if (before != null) {
                diagnostics.error(syntax.name().location(), what + " '" + syntax.name().text() + "' is already defined ("
                        + before.location() + ")", context);
            }
            Field field = field(syntax, id, file, context);
            if (field != null) {
                fields.add(field);
            }
        }
        return List.copyOf(fields);
    }

    private @Nullable Field field(FieldSyntax syntax, int id, SourceFile file, String context) {
        TypeUse use = types.use(syntax, file, context);
        if (use == null) {
            return null;
        }
        Value defaultValue = null;
        if (syntax.defaultValue() != null) {
            defaultValue = values.resolve(syntax.defaultValue(), use.type(), file, context);
        }
        return new Field(syntax.name().text(), id, syntax.requiredness(), use, defaultValue, annotations(syntax.annotations()),
                syntax.comment(), syntax.location(), false);
    }

    /** The members of an enum with their numbers. */
    List<Enumeration.Member> members(DefinitionSyntax.Enumeration enumeration) {
        Map<String, Location> names = new HashMap<>();
        Map<Long, DefinitionSyntax.EnumMember> numbers = new HashMap<>();
        List<Enumeration.Member> members = new ArrayList<>();
        long next = 0;
        for (DefinitionSyntax.EnumMember syntax : enumeration.members()) {
            Long written = syntax.number();
            long number = written == null ? next : written;
            next = number + 1;
            checkMember(syntax, number, names, numbers, enumeration.shown());
            members.add(new Enumeration.Member(syntax.name().text(), (int) number, annotations(syntax.annotations()),
                    syntax.comment(), syntax.name().location()));
        }
        return List.copyOf(members);
    }

    private void checkMember(DefinitionSyntax.EnumMember member, long number, Map<String, Location> names,
            Map<Long, DefinitionSyntax.EnumMember> numbers, String context) {
        Location place = member.name().location();
        Location sameName = names.putIfAbsent(member.name().text(), place);
        if (sameName != null) {
            diagnostics.error(place, "member '" + member.name().text() + "' is already defined (" + sameName + ")", context);
        }
        if (number != (int) number) {
            diagnostics.error(place, "number: " + number + " (expected: an i32)", context);
        }
        DefinitionSyntax.EnumMember sameNumber = numbers.putIfAbsent(number, member);
        if (sameNumber != null) {
            diagnostics.error(place, "number " + number + " is already used by '" + sameNumber.name().text() + "' ("
                    + sameNumber.name().location() + ")", context);
        }
    }

    /** What is written behind something. */
    static Annotations annotations(List<Annotation> annotations) {
        return new Annotations(
                annotations.stream().map(annotation -> Map.entry(annotation.name(), annotation.value())).toList());
    }
}
