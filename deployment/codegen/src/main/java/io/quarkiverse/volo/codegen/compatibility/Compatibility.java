package io.quarkiverse.volo.codegen.compatibility;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.model.Constant;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.Typedef;

/**
 * Compares two versions of IDL files. What an IDL file defines is looked for in the file of the same name, then in those of the
 * same Java package; types of other names are compared where the one is used in the place of the other.
 */
public final class Compatibility {

    private record Pair(Type.Declared was, Type.Declared is) {
    }

    private final Program before;
    private final Program now;
    private final Version earlier;
    private final Version present;
    private final Findings findings = new Findings();
    private final Deque<Pair> unseen = new ArrayDeque<>();
    private final Set<Pair> met = new HashSet<>();
    private final TypeRule types = new TypeRule(this::meet);

    private Compatibility(Program before, Program now) {
        this.before = before;
        this.now = now;
        this.earlier = new Version(before);
        this.present = new Version(now);
    }

    /**
     * What breaks whom, sorted by place. Files that are only included are compared as far as the others use them.
     *
     * @param before the earlier version, without errors
     * @param now the version to judge, without errors
     */
    public static List<Finding> compare(Program before, Program now) {
        return new Compatibility(before, now).findings();
    }

    private List<Finding> findings() {
        for (Document document : before.documents()) {
            if (document.generated()) {
                compare(document);
            }
        }
        while (!unseen.isEmpty()) {
            compare(unseen.remove());
        }
        return findings.sorted();
    }

    private void compare(Document document) {
        namespace(document);
        each(document, Version.types(document), present.types(), (was, is) -> meet(was.type(), is.type()), Severity.SOURCE,
                Version.AnyType::place);
        ServiceRule services = new ServiceRule(before, now, this::isSame, types, findings);
        each(document, Version.services(document), present.services(), services::compare, Severity.WIRE, Service::location);
        each(document, Version.constants(document), present.constants(), new ConstantRule(types, findings)::compare,
                Severity.SOURCE, Constant::location);
        each(document, Version.typedefs(document), present.typedefs(), new TypedefRule(types, findings)::compare,
                Severity.SOURCE, Typedef::location);
    }

    private void namespace(Document document) {
        Document is = present.document(document.file());
        if (is != null) {
            new NamespaceRule(findings).compare(document, is);
        }
    }

    /** Compares each with what has become of it. */
    private <T> void each(Document document, Map<String, T> definitions, Definitions<T> found, BiConsumer<T, T> rule,
            Severity loss, Function<T, Location> place) {
        definitions.forEach((name, was) -> {
            T is = found.find(document, name);
            if (is == null) {
                findings.gone(loss, place.apply(was), name, "removed");
            } else {
                rule.accept(was, is);
            }
        });
    }

    /** Notes that one type is where the other was; tells whether that is the same type. */
    private boolean meet(Type.Declared was, Type.Declared is) {
        Pair pair = new Pair(was, is);
        if (met.add(pair)) {
            unseen.add(pair);
        }
        return isSame(pair);
    }

    private boolean isSame(Pair pair) {
        Document home = earlier.document(pair.was().file());
        Version.AnyType become = home == null ? null : present.types().find(home, pair.was().name());
        return become != null && become.type().equals(pair.is());
    }

    private boolean isSame(Service was, Service is) {
        Document home = earlier.document(was.name().file());
        Service become = home == null ? null : present.services().find(home, was.name().name());
        return become != null && become.name().equals(is.name());
    }

    private void compare(Pair pair) {
        // Of another type, which code has to be changed for anyway, only the messages matter.
        Findings found = isSame(pair) ? findings : new Findings();
        Struct struct = earlier.struct(pair.was());
        Struct otherStruct = present.struct(pair.is());
        if (struct != null && otherStruct != null) {
            new StructRule(types, found).compare(struct, otherStruct);
        } else if (struct == null && otherStruct == null) {
            new EnumRule(found).compare(earlier.enumeration(pair.was()), present.enumeration(pair.is()));
        } else {
            found.wire(place(pair.is()), pair.was().name(),
                    TypeText.definition(pair.is()) + " (was " + TypeText.definition(pair.was()) + ")");
        }
        if (found != findings) {
            findings.addWire(found);
        }
    }

    private Location place(Type.Declared type) {
        Struct struct = present.struct(type);
        return struct == null ? present.enumeration(type).location() : struct.location();
    }
}
