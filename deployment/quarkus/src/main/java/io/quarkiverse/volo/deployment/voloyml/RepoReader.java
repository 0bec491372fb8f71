package io.quarkiverse.volo.deployment.voloyml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.deployment.idl.GitCache;
import io.quarkiverse.volo.deployment.idl.GitUrl;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Repo;
import io.quarkiverse.volo.deployment.voloyml.VoloYml.Text;

/** Reads the git repositories of an entry. */
final class RepoReader {

    /** No option, no range, no pattern: see git-check-ref-format. */
    private static final Pattern REF = Pattern
            .compile("(?![-/])(?!.*(?:\\.\\.|@\\{|//|\\.lock$|/$|\\.$))[^\\s\\p{Cntrl}~^:?*\\[\\\\]{1,100}");
    private static final String A_REPO = "a repository: url, ref and lock";

    private RepoReader() {
    }

    /** By name; empty if what is said of it is wrong, which has been told. */
    static Map<String, Optional<Repo>> read(YamlMap entry) {
        Map<String, Optional<Repo>> repos = new LinkedHashMap<>();
        entry.maps("repos", "repositories by name", A_REPO)
                .forEach((name, repo) -> repos.put(name, Optional.ofNullable(read(name, repo))));
        return repos;
    }

    private static @Nullable Repo read(String name, YamlMap repo) {
        repo.allow(List.of("url", "ref", "lock"));
        repo.require("url", GitUrl.EXPECTED);
        Text url = repo.text("url", GitUrl.EXPECTED);
        Text ref = repo.text("ref", "a branch or tag");
        Text lock = repo.text("lock", "the 40 digits of a commit");
        boolean right = true;
        if (ref != null && !REF.matcher(ref.value()).matches()) {
            repo.error(ref, "ref: " + ref.value() + " (expected: a branch or tag)");
            right = false;
        }
        if (lock != null && !GitCache.isCommit(lock.value())) {
            repo.error(lock, "lock: " + lock.value() + " (expected: the 40 digits of a commit)");
            right = false;
        }
        if (url != null && !GitUrl.isSafe(url.value())) {
            repo.error(url, "url: " + url.value() + " (expected: " + GitUrl.EXPECTED + ")");
            return null;
        }
        if (url == null || !right) {
            return null;
        }
        GitUrl address = new GitUrl(url.value());
        if (address.isPlainText() && lock == null) {
            repo.error(url, "url: " + address + " without a lock (expected: https, as anybody on the way may change what "
                    + "comes by http, or a lock)");
            return null;
        }
        return new Repo(name, address, ref == null ? "HEAD" : ref.value(), lock == null ? null : lock.value(),
                repo.place());
    }
}
