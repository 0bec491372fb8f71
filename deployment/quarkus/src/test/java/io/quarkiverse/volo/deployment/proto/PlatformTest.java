package io.quarkiverse.volo.deployment.proto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({ "Linux, amd64, linux-x86_64", "Linux, aarch64, linux-aarch_64", "Linux, ppc64le, linux-ppcle_64",
            "Linux, s390x, linux-s390_64", "Linux, i386, linux-x86_32", "Mac OS X, x86_64, osx-x86_64",
            "Mac OS X, aarch64, osx-aarch_64", "Windows 11, amd64, windows-x86_64", "Windows 11, aarch64, windows-x86_64",
            "Windows 10, x86, windows-x86_32", "Linux, riscv64, linux-riscv64" })
    void isNamedAsProtocsArtifactsAre(String name, String arch, String classifier) {
        assertThat(Platform.classifier(name, arch)).isEqualTo(classifier);
    }
}
