package io.quarkiverse.volo.codegen.syntax;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What an IDL file defines. */
public sealed interface DefinitionSyntax {

    Identifier name();

    String comment();

    /** What the file calls it, such as {@code struct}. */
    String keyword();

    /** As messages name it: {@code struct User}. */
    default String shown() {
        return keyword() + " " + name().text();
    }

    /** @param keyword struct, exception or union */
    record Struct(String keyword, Identifier name, List<FieldSyntax> fields, List<Annotation> annotations, String comment)
            implements
                DefinitionSyntax {
    }

    record Enumeration(Identifier name, List<EnumMember> members, List<Annotation> annotations, String comment)
            implements
                DefinitionSyntax {

        @Override
        public String keyword() {
            return "enum";
        }
    }

    /** @param number null if the file leaves it to the order */
    record EnumMember(Identifier name, @Nullable Long number, List<Annotation> annotations, String comment) {
    }

    record Typedef(Identifier name, TypeSyntax type, List<Annotation> annotations, String comment)
            implements
                DefinitionSyntax {

        @Override
        public String keyword() {
            return "typedef";
        }
    }

    record Constant(Identifier name, TypeSyntax type, ValueSyntax value, List<Annotation> annotations, String comment)
            implements
                DefinitionSyntax {

        @Override
        public String keyword() {
            return "const";
        }
    }

    record Service(Identifier name, @Nullable Identifier base, List<MethodSyntax> methods, List<Annotation> annotations,
            String comment) implements DefinitionSyntax {

        @Override
        public String keyword() {
            return "service";
        }
    }
}
