package io.quarkiverse.volo.deployment.voloyml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.codegen.diagnostic.Suggestion;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Text;

/** Keys and values of a YAML file, read one by one. What is wrong is told with its place, and reads as if it were not there. */
final class YamlMap {

    private final YamlFile file;
    private final Location place;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Location> keys = new LinkedHashMap<>();

    private YamlMap(YamlFile file, Location place) {
        this.file = file;
        this.place = place;
    }

    /** @param what a word for it in messages; null comes back if it is something else */
    static @Nullable YamlMap of(YamlFile file, Node node, String what, String expected) {
        if (!(node instanceof MappingNode mapping) || !node.getTag().equals(Tag.MAP)) {
            file.wrong(node, what, expected);
            return null;
        }
        YamlMap map = new YamlMap(file, file.place(node));
        for (NodeTuple tuple : mapping.getValue()) {
            map.add(tuple.getKeyNode(), tuple.getValueNode());
        }
        return map;
    }

    private void add(Node key, Node value) {
        // The key of a merge, <<, has a tag of its own; Volo does not merge either.
        String name = key.getTag().equals(Tag.MERGE) ? "<<" : YamlFile.text(key);
        if (name == null) {
            file.wrong(key, "key", "a name");
        } else if (keys.containsKey(name)) {
            file.diagnostics().error(file.place(key), "key '" + name + "' is already used (" + keys.get(name) + ")");
        } else {
            keys.put(name, file.place(key));
            values.put(name, value);
        }
    }

    /** Tells all keys that mean nothing here. */
    void allow(Collection<String> known) {
        keys.forEach((key, where) -> {
            if (!known.contains(key)) {
                file.diagnostics().error(where, "unknown key '" + key + "'" + Suggestion.forName(key, known));
            }
        });
    }

    Location place() {
        return place;
    }

    Set<String> keys() {
        return keys.keySet();
    }

    boolean has(String key) {
        Node value = values.get(key);
        return value != null && !YamlFile.isNothing(value);
    }

    /** Where a key stands; where the map begins if it is not there. */
    Location place(String key) {
        return keys.getOrDefault(key, place);
    }

    void error(String key, String message) {
        file.diagnostics().error(place(key), message);
    }

    /** Tells that a value is wrong. */
    void error(Text value, String message) {
        file.diagnostics().error(value.place(), message);
    }

    /** Tells that something compiles, but is not what it is in Rust. */
    void warning(String key, String message) {
        file.diagnostics().warning(place(key), message, "");
    }

    /** Tells that a key is missing. */
    void require(String key, String expected) {
        if (!keys.containsKey(key)) {
            file.diagnostics().error(place, "'" + key + "' is missing (expected: " + expected + ")");
        }
    }

    /** A text that must not be empty; null if it is not there. */
    @Nullable
    Text text(String key, String expected) {
        Node value = values.get(key);
        return value == null ? null : text(value, key, expected);
    }

    private @Nullable Text text(Node value, String key, String expected) {
        String text = YamlFile.text(value);
        if (text == null || text.isBlank()) {
            file.wrong(value, key, expected);
            return null;
        }
        return new Text(text, file.place(value));
    }

    /** As Volo reads it: {@code yes} and {@code on} are texts. */
    boolean flag(String key) {
        Node value = values.get(key);
        if (value == null) {
            return false;
        }
        String text = YamlFile.text(value);
        if (!"true".equals(text) && !"false".equals(text)) {
            file.wrong(value, key, "true or false");
        }
        return "true".equals(text);
    }

    /** Empty if the key is not there. */
    List<Text> texts(String key, String expected) {
        List<Text> texts = new ArrayList<>();
        for (Node element : elements(key, expected)) {
            Text text = text(element, key, expected);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Empty if the key is not there. */
    List<YamlMap> maps(String key, String expected) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node element : elements(key, expected)) {
            YamlMap map = of(file, element, key, expected);
            if (map != null) {
                maps.add(map);
            }
        }
        return maps;
    }

    private List<Node> elements(String key, String expected) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence) || !value.getTag().equals(Tag.SEQ)) {
            file.wrong(value, key, "a list, each " + expected);
            return List.of();
        }
        return sequence.getValue();
    }

    /**
     * What stands below a key by names of the user's choice; empty if the key is not there.
     *
     * @param each what each of them should be
     */
    Map<String, YamlMap> maps(String key, String expected, String each) {
        Map<String, YamlMap> maps = new LinkedHashMap<>();
        YamlMap named = map(key, expected);
        if (named != null) {
            for (String name : named.keys()) {
                YamlMap map = named.map(name, each);
                if (map != null) {
                    maps.put(name, map.at(named.place(name)));
                }
            }
        }
        return maps;
    }

    /** The same, told of at the place of its name. */
    private YamlMap at(Location name) {
        YamlMap map = new YamlMap(file, name);
        map.keys.putAll(keys);
        map.values.putAll(values);
        return map;
    }

    /** Null if the key is not there. */
    @Nullable
    YamlMap map(String key, String expected) {
        Node value = values.get(key);
        return value == null ? null : of(file, value, key, expected);
    }
}
