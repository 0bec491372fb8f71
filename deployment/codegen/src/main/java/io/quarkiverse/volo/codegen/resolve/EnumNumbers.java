package io.quarkiverse.volo.codegen.resolve;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.syntax.DefinitionSyntax;

/** The numbers of the enums' members: as written, else one more than the member before, the first one 0. */
final class EnumNumbers {

    private final Map<Type.Declared, Map<String, Long>> numbers = new HashMap<>();

    EnumNumbers(Iterable<SourceFile> files) {
        for (SourceFile file : files) {
            for (DefinitionSyntax definition : file.syntax().definitions()) {
                if (definition instanceof DefinitionSyntax.Enumeration enumeration) {
                    Type.Declared type = new Type.Declared(Type.Kind.ENUM, file.name(), enumeration.name().text());
                    numbers.putIfAbsent(type, numbersOf(enumeration));
                }
            }
        }
    }

    private static Map<String, Long> numbersOf(DefinitionSyntax.Enumeration enumeration) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        long next = 0;
        for (DefinitionSyntax.EnumMember member : enumeration.members()) {
            Long written = member.number();
            long number = written == null ? next : written;
            numbers.putIfAbsent(member.name().text(), number);
            next = number + 1;
        }
        return numbers;
    }

    /** The number of a member; null if the enum has no such member. */
    @Nullable
    Long numberOf(Type.Declared enumeration, String member) {
        return members(enumeration).get(member);
    }

    /** The member with a number; null if there is none. */
    @Nullable
    String memberOf(Type.Declared enumeration, long number) {
        return members(enumeration).entrySet().stream()
                .filter(member -> member.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The numbers by member, in the order of the file. */
    Map<String, Long> members(Type.Declared enumeration) {
        return numbers.getOrDefault(enumeration, Map.of());
    }
}
