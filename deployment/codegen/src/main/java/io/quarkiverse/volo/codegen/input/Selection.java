package io.quarkiverse.volo.codegen.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.diagnostic.Location;

/**
 * What of the files is generated.
 *
 * @param roots files of which only a part is; of all others that are compiled, everything is
 * @param dedups names of definitions that several files of one Java package may have, if they are the same: one is generated
 */
public record Selection(List<Root> roots, Set<String> dedups) {

    /** All of all files. */
    public static final Selection EVERYTHING = new Selection(List.of(), Set.of());

    public Selection {
        roots = List.copyOf(roots);
        dedups = Set.copyOf(dedups);
    }

    /**
     * A file from which definitions are picked; with them goes what they need, also in files that it includes, and all
     * constants of these.
     *
     * @param everything whether all definitions of this file, and of all that it includes, are generated
     * @param part what of this file is picked, if not everything
     * @param touched definitions that are picked besides
     * @param keepsUnknownFields whether what this file defines keeps the fields that it does not know
     */
    public record Root(Path file, boolean everything, Part part, List<Touch> touched, boolean keepsUnknownFields) {

        public Root {
            file = file.toAbsolutePath().normalize();
            touched = List.copyOf(touched);
        }
    }

    /** Which definitions of a file are picked. */
    public enum Part {
        SERVICES,
        /** Structs, unions, exceptions and enums. */
        TYPES
    }

    /**
     * A definition that is picked by name.
     *
     * @param place where the name is written
     */
    public record Touch(String name, Location place) {
    }
}
