package io.quarkiverse.volo.deployment.voloyml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.nodes.Node;

import io.quarkiverse.volo.codegen.diagnostic.Diagnostics;
import io.quarkiverse.volo.codegen.diagnostic.Location;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Entry;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Service;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Text;

/** Reads the schema of volo-build; its {@code model.rs} has the names. */
final class VoloYmlReader {

    private static final List<String> ENTRY = List.of("filename", "protocol", "repos", "services", "touch_all", "dedups",
            "special_namings", "split_generated_files", "with_descriptor", "with_field_mask", "with_comments");
    private static final String AN_ENTRY = "an entry: protocol, repos and services";

    private final YamlFile file;
    private final Map<String, Location> filenames = new HashMap<>();

    private VoloYmlReader(YamlFile file) {
        this.file = file;
    }

    /**
     * What a file says.
     *
     * @param name of the file, for messages
     * @param diagnostics takes all that is wrong with it; with errors, what comes back is incomplete
     */
    static VoloYml read(String name, String text, Diagnostics diagnostics) {
        YamlFile file = new YamlFile(name, diagnostics);
        Node root = file.read(text);
        return root == null || YamlFile.isNothing(root) ? new VoloYml(List.of()) : new VoloYmlReader(file).read(root);
    }

    private VoloYml read(Node root) {
        YamlMap top = YamlMap.of(file, root, file.name(), "entries");
        List<Entry> entries = new ArrayList<>();
        if (top != null && !isWorkspace(top)) {
            top.allow(List.of("entries"));
            top.require("entries", "entries by name, such as 'default'");
            top.maps("entries", "entries by name, such as 'default'", AN_ENTRY)
                    .forEach((name, entry) -> read(name, entry, entries));
        }
        return new VoloYml(entries);
    }

    private static boolean isWorkspace(YamlMap top) {
        String key = top.keys().contains("common_crate_name") ? "common_crate_name" : "services";
        if (top.keys().contains("entries") || !top.keys().contains(key)) {
            return false;
        }
        top.error(key, key + ": this is how volo.workspace.yml begins, for crates of Rust (expected: entries)");
        return true;
    }

    private void read(String name, YamlMap entry, List<Entry> entries) {
        if (isOfOldVolo(entry)) {
            return;
        }
        entry.allow(ENTRY);
        entry.require("services", "a list of IDL files");
        checkFilename(name, entry);
        boolean thrift = isThrift(name, entry);
        ServiceReader services = new ServiceReader(RepoReader.read(entry), thrift);
        List<Service> read = new ArrayList<>();
        for (YamlMap service : entry.maps("services", "a service: idl and codegen_option")) {
            services.read(service, read);
        }
        Set<String> dedups = entry.texts("dedups", "the name of a definition").stream().map(Text::value)
                .collect(Collectors.toSet());
        boolean touchAll = entry.flag("touch_all");
        tellFlags(entry);
        if (thrift) {
            entries.add(new Entry(name, read, touchAll, dedups));
        }
    }

    private static boolean isOfOldVolo(YamlMap entry) {
        for (String key : List.of("idls", "nonstandard_snake_case")) {
            if (entry.keys().contains(key)) {
                entry.error(key, key + ": this is the format of older versions of Volo (expected: services; "
                        + "'volo migrate' of volo-cli rewrites the file)");
                return true;
            }
        }
        return false;
    }

    /** Java has no use for it; but two that are the same are an error in Rust. */
    private void checkFilename(String name, YamlMap entry) {
        Text filename = entry.text("filename", "the name of a Rust file");
        Location before = filename == null ? null : filenames.putIfAbsent(filename.value(), filename.place());
        if (filename != null && before != null) {
            entry.error(filename, "filename: entry '" + name + "' has the same as another one (" + before + ")");
        }
    }

    private static boolean isThrift(String name, YamlMap entry) {
        entry.require("protocol", "thrift or protobuf");
        Text protocol = entry.text("protocol", "thrift or protobuf");
        if (protocol == null || protocol.value().equals("thrift")) {
            return true;
        }
        if (protocol.value().equals("protobuf")) {
            entry.warning("protocol", "entry '" + name + "' is passed over: protobuf is not compiled yet, only thrift is");
        } else {
            entry.error(protocol, "protocol: " + protocol.value() + " (expected: thrift or protobuf)");
        }
        return false;
    }

    /** Those that Java cannot follow; comments, descriptors and a file for each type it always has. */
    private static void tellFlags(YamlMap entry) {
        entry.flag("split_generated_files");
        entry.flag("with_descriptor");
        entry.flag("with_comments");
        if (entry.flag("with_field_mask")) {
            entry.warning("with_field_mask", "with_field_mask: does nothing in Java: generated types have no field masks");
        }
        if (!entry.texts("special_namings", "a word").isEmpty()) {
            entry.warning("special_namings", "special_namings: does nothing in Java: names keep the case of words as the IDL "
                    + "has it, except that fields and methods begin in lower case");
        }
    }
}
