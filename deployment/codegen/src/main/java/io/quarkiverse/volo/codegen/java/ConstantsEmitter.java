package io.quarkiverse.volo.codegen.java;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.model.Constant;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaFile;
import io.quarkiverse.volo.codegen.source.JavaName;
import io.quarkiverse.volo.codegen.source.Javadoc;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/**
 * The constants of a file become the fields of one class. They are assigned in a static initializer, so that javac copies no
 * value into the classes that use them: recompiled alone, those would go on with the old one.
 */
final class ConstantsEmitter {

    private final NameTable table;

    ConstantsEmitter(NameTable table) {
        this.table = table;
    }

    JavaFile emit(Document document) {
        JavaName type = table.constants(document);
        Set<String> unusable = new HashSet<>();
        document.constants().forEach(constant -> unusable.add(table.constant(constant)));
        CompilationUnit unit = new CompilationUnit(type, table.typesIn(type.packageName()), unusable);
        SourceWriter out = unit.body();
        out.javadoc("The constants of " + Javadoc.inline(document.stem()) + ".thrift.");
        unit.markGenerated();
        out.open("public final class " + type.simpleName() + " {").blank();
        for (Constant constant : document.constants()) {
            out.javadoc(Deprecation.documented(constant.comment(), constant.annotations()));
            Deprecation.mark(unit, constant.annotations());
            out.line("public static final " + typeOf(constant, unit) + " " + table.constant(constant) + ";").blank();
        }
        emitInitializer(document.constants(), unit);
        out.open("private " + type.simpleName() + "() {").close();
        emitFactories(document.constants(), unit);
        out.close();
        return unit.toFile();
    }

    private String typeOf(Constant constant, CompilationUnit unit) {
        return new TypeNames(unit, table).plain(constant.type());
    }

    private void emitInitializer(List<Constant> constants, CompilationUnit unit) {
        ValueExpressions values = new ValueExpressions(unit, table);
        SourceWriter out = unit.body();
        out.open("static {");
        for (Constant constant : constants) {
            String value = isSimple(constant) ? values.of(constant.value(), constant.type()) : factory(constant) + "()";
            out.line(table.constant(constant) + " = " + value + ";");
        }
        out.close().blank();
    }

    /** Large values get a method each: all of them in one would pass the 64 KiB that a method may have. */
    private void emitFactories(List<Constant> constants, CompilationUnit unit) {
        ValueExpressions values = new ValueExpressions(unit, table);
        for (Constant constant : constants) {
            if (!isSimple(constant)) {
                unit.body().blank()
                        .open("private static " + typeOf(constant, unit) + " " + factory(constant) + "() {")
                        .line("return " + values.of(constant.value(), constant.type()) + ";")
                        .close();
            }
        }
    }

    private static boolean isSimple(Constant constant) {
        return ValueExpressions.isSimple(constant.value(), constant.type());
    }

    private static String factory(Constant constant) {
        return "make_" + constant.name();
    }
}
