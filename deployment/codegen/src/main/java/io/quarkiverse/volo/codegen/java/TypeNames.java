package io.quarkiverse.volo.codegen.java;

import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.source.CompilationUnit;

/** How the types of the IDL are written in one Java source. */
final class TypeNames {

    private final CompilationUnit unit;
    private final NameTable table;

    TypeNames(CompilationUnit unit, NameTable table) {
        this.unit = unit;
        this.table = table;
    }

    /** As a value that is there: primitive where Java has one. */
    String plain(Type type) {
        if (type instanceof Type.Base base) {
            return switch (base) {
                case BOOL -> "boolean";
                case BYTE -> "byte";
                case I16 -> "short";
                case I32 -> "int";
                case I64 -> "long";
                case DOUBLE -> "double";
                case STRING, BINARY, UUID -> boxed(type);
            };
        }
        return boxed(type);
    }

    /** As an object, such as an element of a list. */
    String boxed(Type type) {
        if (type instanceof Type.ListOf list && list.array()) {
            return unit.use(Library.numbers(list.element()));
        }
        if (type instanceof Type.ListOf list) {
            return unit.use(Library.LIST) + "<" + boxed(list.element()) + ">";
        }
        if (type instanceof Type.SetOf set) {
            return unit.use(Library.SET) + "<" + boxed(set.element()) + ">";
        }
        if (type instanceof Type.MapOf map) {
            return unit.use(Library.MAP) + "<" + boxed(map.key()) + ", " + boxed(map.value()) + ">";
        }
        if (type instanceof Type.Declared declared) {
            return unit.use(table.type(declared));
        }
        return switch ((Type.Base) type) {
            case BOOL -> unit.lang("Boolean");
            case BYTE -> unit.lang("Byte");
            case I16 -> unit.lang("Short");
            case I32 -> unit.lang("Integer");
            case I64 -> unit.lang("Long");
            case DOUBLE -> unit.lang("Double");
            case STRING -> unit.lang("String");
            case BINARY -> unit.use(Library.BINARY);
            case UUID -> unit.use(Library.UUID);
        };
    }

    String nullable(Type type) {
        return unit.nullable(boxed(type));
    }

    /** As a component is declared. */
    String of(Component component) {
        return component.isNullable() ? nullable(component.type()) : plain(component.type());
    }

    static boolean isPrimitive(Type type) {
        return type instanceof Type.Base base && switch (base) {
            case BOOL, BYTE, I16, I32, I64, DOUBLE -> true;
            case STRING, BINARY, UUID -> false;
        };
    }

    static boolean isContainer(Type type) {
        return type instanceof Type.ListOf || type instanceof Type.SetOf || type instanceof Type.MapOf;
    }

    /** A list whose numbers are kept in an array. */
    static boolean isArray(Type type) {
        return type instanceof Type.ListOf list && list.array();
    }

    static boolean isEnum(Type type) {
        return type instanceof Type.Declared declared && declared.kind() == Type.Kind.ENUM;
    }
}
