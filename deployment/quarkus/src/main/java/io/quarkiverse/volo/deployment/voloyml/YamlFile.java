package io.quarkiverse.volo.deployment.voloyml;

import java.io.StringReader;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;

/**
 * The tree of a YAML file. Its nodes are looked at, and never made into objects: tags mean nothing here.
 *
 * @param name for messages
 * @param diagnostics takes what is wrong
 */
record YamlFile(String name, Diagnostics diagnostics) {

    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_ALIASES = 50;
    private static final int DEEPEST = 20;
    private static final Set<Tag> TAGS = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP,
            Tag.SEQ);

    /** The top of the tree; null if there is none, or it is no YAML. */
    @Nullable
    Node read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        try {
            return new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException wrong) {
            Location place = wrong.getProblemMark() == null ? start() : place(wrong.getProblemMark());
            diagnostics.error(place, "no YAML: " + wrong.getProblem());
        } catch (YAMLException wrong) {
            diagnostics.error(start(), "no YAML: " + wrong.getMessage());
        }
        return null;
    }

    Location start() {
        return new Location(name, 1, 1);
    }

    Location place(Node node) {
        return node.getStartMark() == null ? start() : place(node.getStartMark());
    }

    private Location place(Mark mark) {
        return new Location(name, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Tells that a value is not what it should be. */
    void wrong(Node node, String key, String expected) {
        diagnostics.error(place(node), key + ": " + shown(node) + " (expected: " + expected + ")");
    }

    /** The text of a scalar; null if it is something else. */
    static @Nullable String text(Node node) {
        boolean isText = node instanceof ScalarNode && TAGS.contains(node.getTag()) && !node.getTag().equals(Tag.NULL);
        return isText ? ((ScalarNode) node).getValue() : null;
    }

    static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    /** As messages call it. */
    static String shown(Node node) {
        if (!TAGS.contains(node.getTag())) {
            return "a value with the tag " + node.getTag();
        }
        if (node instanceof MappingNode) {
            return "keys and values";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        return isNothing(node) ? "nothing" : ((ScalarNode) node).getValue();
    }
}
