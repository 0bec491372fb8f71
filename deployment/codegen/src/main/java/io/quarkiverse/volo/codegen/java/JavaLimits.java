package io.quarkiverse.volo.codegen.java;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Enumeration;
import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;

/** Finds what is right in Thrift and cannot be said in Java. */
final class JavaLimits {

    // 255 slots for parameters (JVMS 4.3.3), one of them is "this".
    private static final int MOST_SLOTS = 254;
    private static final int MOST_MEMBERS = 2_000;
    // A class has room for 65,535 names, types and texts (JVMS 4.1), and a field needs several.
    private static final int MOST_FIELDS = 2_000;

    private final Program program;
    private final NameTable table;
    private final Diagnostics diagnostics;

    JavaLimits(Program program, NameTable table, Diagnostics diagnostics) {
        this.program = program;
        this.table = table;
        this.diagnostics = diagnostics;
    }

    void check() {
        for (Document document : program.documents()) {
            document.structs().forEach(this::checkStruct);
            document.enumerations().forEach(this::checkEnumeration);
            document.services().forEach(this::checkService);
            Names constants = new Names("constants of " + document.file());
            document.constants().forEach(
                    constant -> constants.add(constant.name(), table.constant(constant), constant.location()));
        }
    }

    private void checkStruct(Struct struct) {
        if (struct.type().kind() == Type.Kind.UNION) {
            checkMembers(struct.fields().size(), struct.location(), struct.shown());
        } else if (struct.fields().size() > MOST_FIELDS) {
            diagnostics.error(struct.location(), struct.fields().size() + " fields (expected: at most " + MOST_FIELDS
                    + ", as a Java class has no room for more)", struct.shown());
        }
    }

    private void checkArguments(Method method, String context) {
        int slots = slots(method.arguments());
        if (slots > MOST_SLOTS) {
            diagnostics.error(method.location(), slots + " arguments, where i64 and double count twice "
                    + "(expected: at most " + MOST_SLOTS + ", as a Java method takes no more)", context);
        }
    }

    /** Whether a struct or an exception has too many fields for one constructor. */
    static boolean isLarge(Struct struct, KeptFields kept) {
        int more = kept.isKeptIn(struct.type()) ? 1 : 0;
        return struct.type().kind() != Type.Kind.UNION && slots(struct.fields()) + more > MOST_SLOTS;
    }

    private static int slots(List<Field> fields) {
        return fields.stream().mapToInt(JavaLimits::slots).sum();
    }

    private static int slots(Field field) {
        boolean wide = field.type() == Type.Base.I64 || field.type() == Type.Base.DOUBLE;
        return wide && !new Component(field, field.name()).isNullable() ? 2 : 1;
    }

    private void checkEnumeration(Enumeration enumeration) {
        String context = "enum " + enumeration.type().name();
        Names names = new Names(context);
        enumeration.members()
                .forEach(member -> names.add(member.name(), table.enumMember(enumeration.type(), member.name()),
                        member.location()));
        checkMembers(enumeration.members().size(), enumeration.location(), context);
    }

    private void checkMembers(int count, Location place, String context) {
        if (count > MOST_MEMBERS) {
            diagnostics.error(place, "more than " + MOST_MEMBERS + " members are not supported yet: " + count, context);
        }
    }

    private void checkService(Service service) {
        for (Method method : service.methods()) {
            checkArguments(method, "method " + service.name().name() + "." + method.name());
        }
    }

    /** The Java names used up in one place. */
    private final class Names {

        private final String context;
        private final Map<String, String> taken = new HashMap<>();
        private final Map<String, Location> places = new HashMap<>();

        Names(String context) {
            this.context = context;
        }

        void add(String name, String javaName, Location place) {
            String before = taken.putIfAbsent(javaName, name);
            if (before != null) {
                diagnostics.error(place, "'" + name + "' becomes " + javaName + " in Java, as '" + before + "' does ("
                        + places.get(javaName) + ")", context);
            }
            places.putIfAbsent(javaName, place);
        }
    }
}
