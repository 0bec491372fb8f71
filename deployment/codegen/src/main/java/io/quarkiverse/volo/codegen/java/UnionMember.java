package io.quarkiverse.volo.codegen.java;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.source.Spelling;

/**
 * A member of a union with its Java names.
 *
 * @param factory the method that makes a union of it
 * @param recordName of the record that stands for it, nested in the union
 * @param constant what tells it in a {@code switch}
 */
record UnionMember(Field field, String factory, String recordName, String constant) {

    /** The types that are nested in every union. */
    static final Set<String> NESTED = Set.of("Codec", "Member", "Unknown");

    static List<UnionMember> of(Struct union, NameTable table) {
        Set<String> records = new HashSet<>();
        NESTED.forEach(nested -> Spelling.unique(nested, records));
        // No nested type may be named as the type around it.
        Spelling.unique(table.type(union.type()).simpleName(), records);
        Set<String> constants = new HashSet<>();
        Spelling.unique("UNKNOWN", constants);
        List<UnionMember> members = new ArrayList<>();
        for (Field field : union.fields()) {
            String factory = table.component(field);
            members.add(new UnionMember(field, factory,
                    Spelling.unique(table.nested(Spelling.upperCamel(factory)), records),
                    Spelling.unique(constant(factory), constants)));
        }
        return members;
    }

    private static String constant(String factory) {
        String spelled = Spelling.upperSnake(factory).replaceAll("_+$", "");
        // What is left of "_" is no name.
        return spelled.isEmpty() ? "__" : spelled;
    }

    boolean isSensitive() {
        return new Component(field, factory).isSensitive();
    }

    Type type() {
        return field.type();
    }
}
