package io.quarkiverse.volo.deployment.proto;

import java.util.Locale;

/** The machine that the build runs on, as the classifiers of protoc's artifacts name it. */
final class Platform {

    private Platform() {
    }

    static String classifier() {
        return classifier(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static String classifier(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        String arch = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x86-64" -> "x86_64";
            case "x86", "i386", "i486", "i586", "i686" -> "x86_32";
            case "aarch64", "arm64" -> "aarch_64";
            case "ppc64le", "ppcle_64" -> "ppcle_64";
            case "s390x", "s390_64" -> "s390_64";
            default -> osArch.toLowerCase(Locale.ROOT);
        };
        if (name.startsWith("windows")) {
            // There is none for ARM, which runs this one.
            return arch.equals("aarch_64") ? "windows-x86_64" : "windows-" + arch;
        }
        return (name.startsWith("mac") ? "osx-" : "linux-") + arch;
    }
}
