package io.quarkiverse.volo.codegen.input;

import org.jspecify.annotations.Nullable;

/** Finds included files that are in no directory. */
public interface IncludeFinder {

    /** Finds nothing. */
    IncludeFinder NOWHERE = new IncludeFinder() {
        @Override
        public @Nullable Origin find(String include) {
            return null;
        }

        @Override
        public String searched() {
            return "";
        }
    };

    /**
     * The origin that has a file of this path, relative to its directory; null if none has.
     *
     * @param include as the IDL says it
     * @throws IncludeException if several have, or it cannot be read
     */
    @Nullable
    Origin find(String include) throws IncludeException;

    /** Where it looks, for the message that an include was not found; empty if it looks nowhere. */
    String searched();
}
