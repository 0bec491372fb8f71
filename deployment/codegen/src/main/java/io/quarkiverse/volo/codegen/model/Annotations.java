package io.quarkiverse.volo.codegen.model;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Annotations by name, in the file's order. One may be written several times: as a map, this has the last value of each. */
public final class Annotations extends AbstractMap<String, String> {

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, String> last = new LinkedHashMap<>();

    /** @param written names and values; a name may come again */
    public Annotations(List<? extends Map.Entry<String, String>> written) {
        for (Map.Entry<String, String> annotation : written) {
            values.computeIfAbsent(annotation.getKey(), name -> new ArrayList<>()).add(annotation.getValue());
            last.put(annotation.getKey(), annotation.getValue());
        }
    }

    /** All values of an annotation, in the file's order; empty if it is not there. */
    public List<String> all(String name) {
        return Collections.unmodifiableList(values.getOrDefault(name, List.of()));
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Collections.unmodifiableMap(last).entrySet();
    }
}
