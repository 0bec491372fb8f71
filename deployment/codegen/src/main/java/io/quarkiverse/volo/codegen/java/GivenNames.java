package io.quarkiverse.volo.codegen.java;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.model.Annotations;
import io.quarkiverse.volo.codegen.source.ReservedNames;

/** Names in Java that the IDL gives itself, by {@code (volo.name = "X")}; those that Java cannot have are reported. */
final class GivenNames {

    static final String ANNOTATION = "volo.name";

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9_]*");
    private static final Pattern MEMBER = Pattern.compile("[a-z][A-Za-z0-9_]*");
    private static final Pattern CONSTANT = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final Diagnostics diagnostics;

    GivenNames(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * The name of a type; null if the IDL gives none that will do.
     *
     * @param nested the names of types inside of it
     */
    @Nullable
    String ofType(Annotations annotations, Set<String> nested, Location place, String context) {
        return find(annotations, TYPE, "a capital letter", nested::contains, place, context);
    }

    /**
     * The name of a field, an argument or a method; null as above.
     *
     * @param reserved those that generated code has for itself
     */
    @Nullable
    String ofMember(Annotations annotations, Predicate<String> reserved, Location place, String context) {
        return find(annotations, MEMBER, "a small letter", reserved, place, context);
    }

    /** The name of a constant or of a member of an enum; null as above. */
    @Nullable
    String ofConstant(Annotations annotations, Predicate<String> reserved, Location place, String context) {
        return find(annotations, CONSTANT, "a letter", reserved, place, context);
    }

    private @Nullable String find(Annotations annotations, Pattern form, String first, Predicate<String> reserved,
            Location place, String context) {
        String name = annotations.get(ANNOTATION);
        if (name == null) {
            return null;
        }
        if (!form.matcher(name).matches()) {
            diagnostics.error(place, ANNOTATION + ": " + name + " (expected: " + first + ", then letters, digits and _)",
                    context);
            return null;
        }
        if (reserved.test(name) || ReservedNames.isWord(name)) {
            diagnostics.error(place,
                    ANNOTATION + ": " + name + " (expected: a name that neither Java nor the code around it needs)",
                    context);
            return null;
        }
        return name;
    }
}
