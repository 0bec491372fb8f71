package io.quarkiverse.volo.codegen.java;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.WireType;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaName;
import io.quarkiverse.volo.codegen.source.SourceWriter;

/**
 * Reading and writing of values in one generated codec. A list, set or map gets a method of its own, shared by all fields of
 * its type; those that were used are written out at the codec's end.
 */
final class ContainerCodecs {

    private final CompilationUnit unit;
    private final NameTable table;
    private final TypeNames types;
    private final SourceWriter out;
    private final TypeLabels labels;
    private final boolean kept;
    private final Deque<Runnable> wanted = new ArrayDeque<>();
    private final Set<String> asked = new HashSet<>();

    ContainerCodecs(CompilationUnit unit, NameTable table) {
        this(unit, table, false);
    }

    /** @param kept whether the reader is told of numbers that an enum does not name, as their bytes are kept */
    ContainerCodecs(CompilationUnit unit, NameTable table, boolean kept) {
        this.kept = kept;
        this.unit = unit;
        this.table = table;
        this.types = new TypeNames(unit, table);
        this.labels = new TypeLabels(table);
        this.out = unit.body();
    }

    /** An expression that reads a value; of a container it is null if its elements are of another type. */
    String read(Type type) {
        if (type instanceof Type.Base base) {
            return "in.read" + TypeLabels.ofBase(base) + "()";
        }
        if (type instanceof Type.Declared declared) {
            String name = unit.use(table.type(declared));
            if (!TypeNames.isEnum(type)) {
                return name + ".CODEC.read(in)";
            }
            return kept ? readMethod(type, method -> readEnumMethod(method, name)) : name + ".of(in.readI32())";
        }
        if (type instanceof Type.ListOf list && list.array()) {
            return "in.read" + Library.numbers(list.element()).simpleName() + "()";
        }
        return readMethod(type, method -> readMethod(method, type));
    }

    private String readMethod(Type type, Consumer<String> emit) {
        String method = "read" + labels.of(type);
        want(method, () -> emit.accept(method));
        return method + "(in)";
    }

    private void readEnumMethod(String method, String name) {
        out.open("private static " + name + " " + method + "(" + unit.use(Library.READER) + " in) {");
        out.line(name + " value = " + name + ".of(in.readI32());");
        out.open("if (value == " + name + ".UNRECOGNIZED) {").line("in.unrecognized();").close();
        out.line("return value;");
        out.close();
    }

    /**
     * Statements that write a field with its value.
     *
     * @param place a Java expression of the field's name, for errors
     */
    void writeField(Field field, String value, String place) {
        Type type = field.type();
        String header = Wire.header(type, field.id());
        String comment = " // " + Wire.shown(field);
        if (type instanceof Type.Base base) {
            out.line("out.write" + TypeLabels.ofBase(base) + "Field(" + header + ", " + value + ");" + comment);
        } else if (TypeNames.isEnum(type)) {
            out.line("out.writeI32Field(" + header + ", " + number(type, value, place) + ");" + comment);
        } else {
            out.line("out.writeField(" + header + ");" + comment);
            out.line(write(type, value, place));
        }
    }

    private String number(Type type, String value, String place) {
        want("number" + labels.of(type), () -> numberMethod(type));
        return "number(" + value + ", " + place + ")";
    }

    /**
     * A statement that writes a value.
     *
     * @param place a Java expression of the field's name, for errors
     */
    String write(Type type, String value, String place) {
        if (type instanceof Type.Base base) {
            return "out.write" + TypeLabels.ofBase(base) + "(" + value + ");";
        }
        if (type instanceof Type.Declared declared) {
            if (!TypeNames.isEnum(type)) {
                return unit.use(table.type(declared)) + ".CODEC.write(out, " + value + ");";
            }
            return "out.writeI32(" + number(type, value, place) + ");";
        }
        if (type instanceof Type.ListOf list && list.array()) {
            return "out.write" + Library.numbers(list.element()).simpleName() + "(" + value + ");";
        }
        String method = "write" + labels.of(type);
        want(method, () -> writeMethod(method, type));
        return method + "(out, " + value + (holdsEnum(type) ? ", " + place : "") + ");";
    }

    /** Writes out the methods that were used, and those that they use. */
    void emitMethods() {
        while (!wanted.isEmpty()) {
            out.blank();
            wanted.pop().run();
        }
    }

    private void want(String method, Runnable emit) {
        if (asked.add(method)) {
            wanted.add(emit);
        }
    }

    private void readMethod(String method, Type type) {
        out.open("private static " + types.nullable(type) + " " + method + "(" + unit.use(Library.READER) + " in) {");
        if (type instanceof Type.ListOf list) {
            readList(list.element());
        } else if (type instanceof Type.SetOf set) {
            readElements(set.element(), "set", "in.readSetBegin", Library.IMMUTABLE_SET, hashBuilder(set.element()));
        } else {
            readEntries((Type.MapOf) type);
        }
        out.close();
    }

    /** Elements that hold no elements themselves cannot claim the same bytes twice, so their size may be trusted. */
    private void readList(Type element) {
        if (!isScalar(element)) {
            readElements(element, "list", "in.readListBegin", Library.IMMUTABLE_LIST, "builder");
            return;
        }
        begin("in.readListBegin(" + wire(element) + ")");
        String boxed = types.boxed(element);
        out.line(boxed + "[] list = new " + boxed + "[size];");
        out.open("for (int i = 0; i < size; i++) {");
        out.line("list[i] = " + element(element) + ";");
        out.close();
        out.line("return " + unit.use(Library.IMMUTABLE_LIST) + ".wrap(list);");
    }

    private void readElements(Type element, String variable, String begin, JavaName immutable, String builder) {
        begin(begin + "(" + wire(element) + ")");
        String name = unit.use(immutable);
        out.line(name + ".Builder<" + types.boxed(element) + "> " + variable + " = " + name + "." + builder + "(size);");
        out.open("for (int i = 0; i < size; i++) {");
        out.line(variable + ".add(" + element(element) + ");");
        out.close();
        out.line("return " + variable + ".build();");
    }

    private void readEntries(Type.MapOf map) {
        begin("in.readMapBegin(" + wire(map.key()) + ", " + wire(map.value()) + ")");
        String name = unit.use(Library.IMMUTABLE_MAP);
        out.line(name + ".Builder<" + types.boxed(map.key()) + ", " + types.boxed(map.value()) + "> map = " + name + "."
                + hashBuilder(map.key()) + "(size);");
        out.open("for (int i = 0; i < size; i++) {");
        String key = element(map.key());
        String value = element(map.value());
        out.line("map.put(" + key + ", " + value + ");");
        out.close();
        out.line("return map.build();");
    }

    /** Java's hash tables order keys of one hash by comparing them; those that cannot be compared need a guard. */
    private static String hashBuilder(Type key) {
        return isScalar(key) ? "builder" : "guardedBuilder";
    }

    private static boolean isScalar(Type type) {
        return type instanceof Type.Base || TypeNames.isEnum(type);
    }

    private void begin(String begin) {
        out.line("int size = " + begin + ";");
        out.open("if (size < 0) {").line("return null;").close();
    }

    /** An expression of an element; a container whose own elements are of another type counts as empty. */
    private String element(Type type) {
        if (!TypeNames.isContainer(type)) {
            return read(type);
        }
        want("orEmpty" + (TypeNames.isArray(type) ? labels.of(type) : kind(type)), () -> orEmptyMethod(type));
        return "orEmpty(" + read(type) + ")";
    }

    private void orEmptyMethod(Type type) {
        ValueExpressions values = new ValueExpressions(unit, table);
        if (TypeNames.isArray(type)) {
            String array = types.boxed(type);
            out.open("private static " + array + " orEmpty(" + unit.nullable(array) + " read) {");
            out.line("return read == null ? " + values.zero(type) + " : read;");
            out.close();
            return;
        }
        boolean map = type instanceof Type.MapOf;
        JavaName container = map ? Library.MAP : type instanceof Type.ListOf ? Library.LIST : Library.SET;
        String parameters = map ? "<K, V>" : "<T>";
        String typeText = unit.use(container) + parameters;
        out.open("private static " + parameters + " " + typeText + " orEmpty(" + unit.nullable(typeText) + " read) {");
        out.line("return read == null ? " + values.zero(type) + " : read;");
        out.close();
    }

    private static String kind(Type type) {
        return type instanceof Type.MapOf ? "Map" : type instanceof Type.ListOf ? "List" : "Set";
    }

    private void writeMethod(String method, Type type) {
        String place = holdsEnum(type) ? ", " + unit.lang("String") + " place" : "";
        String variable = kind(type).toLowerCase(Locale.ROOT);
        out.open(
                "private static void " + method + "(" + unit.use(Library.WRITER) + " out, " + types.boxed(type) + " " + variable
                        + place + ") {");
        if (type instanceof Type.MapOf map) {
            out.line("out.writeMapBegin(" + wire(map.key()) + ", " + wire(map.value()) + ", map.size());");
            String entry = unit.use(Library.MAP) + ".Entry<" + types.boxed(map.key()) + ", " + types.boxed(map.value()) + ">";
            out.open("for (" + entry + " entry : map.entrySet()) {");
            out.line(write(map.key(), "entry.getKey()", "place"));
            out.line(write(map.value(), "entry.getValue()", "place"));
        } else if (type instanceof Type.ListOf list) {
            out.line("int size = list.size();");
            out.line("out.writeListBegin(" + wire(list.element()) + ", size);");
            out.open("for (int i = 0; i < size; i++) {");
            out.line(write(list.element(), "list.get(i)", "place"));
        } else {
            Type element = ((Type.SetOf) type).element();
            out.line("out.writeSetBegin(" + wire(element) + ", set.size());");
            out.open("for (" + types.plain(element) + " element : set) {");
            out.line(write(element, "element", "place"));
        }
        out.close();
        out.close();
    }

    private void numberMethod(Type type) {
        String name = types.boxed(type);
        out.open("private static int number(" + name + " value, " + unit.lang("String") + " place) {");
        out.open("if (value == " + name + ".UNRECOGNIZED) {");
        out.line("throw new " + unit.lang("IllegalArgumentException")
                + "(place + \": UNRECOGNIZED (expected: a member that the IDL names)\");");
        out.close();
        out.line("return value.number();");
        out.close();
    }

    private String wire(Type type) {
        return unit.use(Library.THRIFT_TYPE) + "." + WireType.of(type).name();
    }

    private static boolean holdsEnum(Type type) {
        if (type instanceof Type.MapOf map) {
            return holdsEnum(map.key()) || holdsEnum(map.value());
        }
        if (type instanceof Type.ListOf list) {
            return holdsEnum(list.element());
        }
        return type instanceof Type.SetOf set ? holdsEnum(set.element()) : TypeNames.isEnum(type);
    }
}
