package io.quarkiverse.volo.codegen.java;

import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaName;

/** How generated types lead to their descriptors, which are read from the class that {@link IdlEmitter} makes. */
final class Descriptors {

    private Descriptors() {
    }

    /** The descriptor of a struct, union, exception or enum. */
    static String of(Type.Declared type, CompilationUnit unit, NameTable table) {
        String kind = type.kind() == Type.Kind.ENUM ? "enumeration" : "struct";
        return file(type.file(), unit, table) + "." + kind + "(\"" + type.name() + "\")";
    }

    static String of(Service.Name service, CompilationUnit unit, NameTable table) {
        return file(service.file(), unit, table) + ".service(\"" + service.name() + "\")";
    }

    /** The descriptor of the struct that a method's arguments travel as. */
    static String ofArguments(Service.Name service, Method method, CompilationUnit unit, NameTable table) {
        return file(service.file(), unit, table) + ".arguments(\"" + service.name() + "\", \"" + method.name() + "\")";
    }

    private static String file(String file, CompilationUnit unit, NameTable table) {
        return unit.use(table.idl(file)) + ".FILE";
    }

    /** A method {@code descriptor()} that overrides the runtime's, and a blank line. */
    static void emitOverride(CompilationUnit unit, JavaName descriptor, String expression) {
        unit.body().line("@" + unit.lang("Override"))
                .open("public " + unit.use(descriptor) + " descriptor() {")
                .line("return " + expression + ";")
                .close()
                .blank();
    }

    /** A static method {@code descriptor()}. */
    static void emitStatic(CompilationUnit unit, JavaName descriptor, String expression) {
        unit.body().javadoc("What the IDL says of it.")
                .open("public static " + unit.use(descriptor) + " descriptor() {")
                .line("return " + expression + ";")
                .close();
    }
}
