package io.quarkiverse.volo.codegen.compatibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.model.Field;

/**
 * A field and what has become of it.
 *
 * @param was null if the field is new
 * @param is null if the field is gone
 */
record FieldPair(@Nullable Field was, @Nullable Field is) {

    /**
     * Pairs fields with those of the same id and name; else of the same name, if neither is left; else of the same id. In the
     * order of the earlier fields, then the new ones.
     */
    static List<FieldPair> of(List<Field> earlier, List<Field> now) {
        Map<String, Field> names = new HashMap<>();
        Map<Integer, Field> ids = new HashMap<>();
        now.forEach(field -> {
            names.put(field.name(), field);
            ids.put(field.id(), field);
        });
        Set<String> earlierNames = earlier.stream().map(Field::name).collect(Collectors.toSet());
        List<Field> added = new ArrayList<>(now);
        List<FieldPair> pairs = new ArrayList<>();
        for (Field was : earlier) {
            Field sameId = ids.get(was.id());
            Field is = names.get(was.name());
            if (is == null && sameId != null && !earlierNames.contains(sameId.name())) {
                is = sameId;
            }
            added.remove(is);
            pairs.add(new FieldPair(was, is));
        }
        added.forEach(field -> pairs.add(new FieldPair(null, field)));
        return pairs;
    }
}
