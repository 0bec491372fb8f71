package io.quarkiverse.volo.deployment.voloyml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.diagnostic.Suggestion;
import io.quarkiverse.volo.codegen.input.Selection.Touch;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Options;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Repo;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Service;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Text;

/**
 * Reads the IDL files of an entry.
 *
 * @param repos those of the entry, by name
 * @param thrift whether the entry is of Thrift
 */
record ServiceReader(Map<String, Optional<Repo>> repos, boolean thrift) {

    private static final String A_PATH = "the path of a .thrift file";

    /** Adds it if nothing is wrong with it. */
    void read(YamlMap service, List<Service> services) {
        service.allow(List.of("idl", "codegen_option"));
        service.require("idl", "an IDL file: source and path");
        YamlMap idl = service.map("idl", "an IDL file: source and path");
        YamlMap option = service.has("codegen_option")
                ? service.map("codegen_option", "touch, keep_unknown_fields and others")
                : null;
        Options options = option == null ? Options.NONE : options(option);
        Service read = idl == null ? null : read(idl, options);
        if (read != null) {
            services.add(read);
        }
    }

    private @Nullable Service read(YamlMap idl, Options options) {
        idl.allow(List.of("source", "repo", "path", "includes"));
        idl.require("source", "local or git");
        idl.require("path", A_PATH);
        Text source = idl.text("source", "local or git");
        Text path = idl.text("path", A_PATH);
        List<Text> includes = idl.texts("includes", "the path of a folder");
        if (source == null || path == null) {
            return null;
        }
        if (thrift && !path.value().endsWith(".thrift")) {
            idl.error(path, "path: " + path.value() + " (expected: " + A_PATH + ", as the protocol is thrift)");
            return null;
        }
        return switch (source.value()) {
            case "local" -> local(idl, new Service(null, path, includes, options));
            case "git" -> git(idl, path, includes, options);
            default -> {
                idl.error(source, "source: " + source.value() + " (expected: local or git)");
                yield null;
            }
        };
    }

    private static Service local(YamlMap idl, Service service) {
        if (idl.has("repo")) {
            idl.error("repo", "repo: only with 'source: git'");
        }
        return service;
    }

    private @Nullable Service git(YamlMap idl, Text path, List<Text> includes, Options options) {
        idl.require("repo", "the name of a repository in 'repos'");
        Text name = idl.text("repo", "the name of a repository in 'repos'");
        if (name == null) {
            return null;
        }
        Optional<Repo> repo = repos.get(name.value());
        if (repo == null) {
            idl.error(name, "repo: '" + name.value() + "' is not in 'repos' of this entry"
                    + Suggestion.forName(name.value(), repos.keySet()));
            return null;
        }
        return repo.map(found -> new Service(found, path, includes, options)).orElse(null);
    }

    private static Options options(YamlMap option) {
        option.allow(List.of("crate_name", "touch", "keep_unknown_fields", "config"));
        if (option.has("crate_name")) {
            option.text("crate_name", "the name of a crate");
            option.warning("crate_name", "crate_name: does nothing in Java: 'namespace java' of the IDL says the package");
        }
        List<Touch> touched = option.texts("touch", "the name of a definition").stream()
                .map(text -> new Touch(text.value(), text.place())).toList();
        return new Options(touched, noService(option), option.flag("keep_unknown_fields"));
    }

    /** Volo hands the rest to plugins. */
    private static boolean noService(YamlMap option) {
        YamlMap config = option.has("config") ? option.map("config", "no_service, or what plugins of Rust take") : null;
        if (config == null) {
            return false;
        }
        for (String key : config.keys()) {
            if (!key.equals("no_service")) {
                config.warning(key, "config." + key + ": does nothing in Java: it is for plugins of volo-build");
            }
        }
        return config.flag("no_service");
    }
}
