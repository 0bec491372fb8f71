package io.quarkiverse.volo.deployment.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.bootstrap.prebuild.CodeGenException;

/** The Java names of what protoc and we generate: javac is the judge of whether they meet. */
class ProtoNamesTest {

    private static final String SERVICE = """
            service %s {
              rpc Call(Request) returns (Request.Inner);
            }
            message Request {
              message Inner {}
            }
            """;

    @TempDir
    Path folder;

    private ProtoFolder proto;

    @BeforeEach
    void files() throws Exception {
        proto = new ProtoFolder(folder);
    }

    @Test
    void allCombinationsOfPackageAndFileOptionsAndSyntaxMeetProtocsNames() throws Exception {
        int number = 0;
        List<String> expected = new ArrayList<>();
        for (String syntax : List.of("syntax = \"proto2\";", "syntax = \"proto3\";", "edition = \"2023\";",
                "edition = \"2024\";")) {
            for (String javaPackage : List.of("", "option java_package = \"com.acme.n%d\";\n")) {
                for (String outer : List.of("", "option java_outer_classname = \"Holder\";\n")) {
                    for (String multiple : multiple(syntax)) {
                        String idl = syntax + "\npackage acme.n%d;\n" + javaPackage + outer + multiple
                                + String.format(SERVICE, "Service");
                        proto.with("n" + number + "/some_file-" + number + ".v1.proto", idl.replace("%d", "" + number));
                        expected.add((javaPackage.isEmpty() ? "" : "com/") + "acme/n" + number);
                        number++;
                    }
                }
            }
        }

        proto.compile();

        proto.java().assertItCompiles(folder.resolve("classes"));
        for (String directory : expected) {
            assertThat(proto.java().ours()).containsKeys(directory + "/Service.java",
                    directory + "/ServiceDefinition.java");
        }
        assertThat(proto.java().ours()).hasSize(2 * number);
    }

    /** Edition 2024 has no such option. */
    private static List<String> multiple(String syntax) {
        return syntax.contains("2024") ? List.of("")
                : List.of("", "option java_multiple_files = false;\n", "option java_multiple_files = true;\n");
    }

    @Test
    void anOuterClassGivesWayToWhatTheFileDeclares() throws Exception {
        proto.with("greeter.proto", header("a", "") + String.format(SERVICE, "Greeter"))
                .with("request.proto", header("b", "") + String.format(SERVICE, "Greeter"))
                .with("inner.proto", header("c", "") + String.format(SERVICE, "Greeter"))
                .with("kind.proto", header("d", "") + String.format(SERVICE, "Greeter")
                        .replace("message Inner {}", "message Inner {} enum Kind { A = 0; }"));

        proto.compile();

        proto.java().assertItCompiles(folder.resolve("classes"));
        assertThat(proto.java().messages()).containsOnlyKeys("org/acme/a/GreeterOuterClass.java",
                "org/acme/b/RequestOuterClass.java", "org/acme/c/InnerOuterClass.java", "org/acme/d/KindOuterClass.java");
    }

    @Test
    void messagesOfEdition2024NestWhereTheySaySo() throws Exception {
        proto.with("nested.proto", """
                edition = "2024";
                package org.acme.nested;
                import "google/protobuf/java_features.proto";
                service Greeter {
                  rpc Call(In) returns (Out.Inner);
                }
                message In {
                  option features.(pb.java).nest_in_file_class = YES;
                }
                message Out {
                  message Inner {}
                }
                """);

        proto.compile();

        proto.java().assertItCompiles(folder.resolve("classes"));
        assertThat(proto.java().ours().get("org/acme/nested/Greeter.java")).contains("call(NestedProto.In request)");
    }

    @Test
    void aServiceWhoseNameIsTakenIsCalledVolo() throws Exception {
        proto.with("outer.proto", header("a", "option java_outer_classname = \"Greeter\";")
                + String.format(SERVICE, "Other"))
                .with("greeter.proto", header("a", "") + String.format(SERVICE, "Greeter").replace("Request", "Asked"))
                .with("generic.proto", header("b", "option java_generic_services = true; option java_multiple_files = true;")
                        + String.format(SERVICE, "Greeter"))
                .with("defined.proto", header("c", "option java_multiple_files = true;") + String.format(SERVICE, "Greeter")
                        + "message GreeterDefinition {}");

        proto.compile();

        proto.java().assertItCompiles(folder.resolve("classes"));
        assertThat(proto.java().ours()).containsKeys("org/acme/a/VoloGreeter.java", "org/acme/a/VoloGreeterDefinition.java",
                "org/acme/a/Other.java", "org/acme/b/VoloGreeter.java", "org/acme/c/VoloGreeter.java");
        assertThat(proto.java().ours().get("org/acme/a/VoloGreeterDefinition.java")).contains("\"org.acme.a.Greeter\"");
    }

    @Test
    void aServiceThatHasNoNameLeftIsAnErrorWithItsPlace() throws Exception {
        proto.with("greeter.proto", header("a", "option java_multiple_files = true;") + String.format(SERVICE, "Hello")
                + "message hello {}\nmessage VoloHelloDefinition {}");

        assertThatThrownBy(proto::compile).isInstanceOf(CodeGenException.class).hasMessage("1 error in Protobuf IDL:\n"
                + "greeter.proto:4:1: the Java names Hello and VoloHello, or those with Definition behind them, are taken in the"
                + " package 'org.acme.a' (expected: another java_package)\n  in service Hello");
        assertThat(proto.output.resolve("org")).doesNotExist();
    }

    @Test
    void aMessageThatJavaCannotNameIsAnErrorWithThePlaceOfItsUse() throws Exception {
        proto.with("plain.proto", "syntax = \"proto3\";\nmessage Plain {}\n")
                .with("greeter.proto", "syntax = \"proto3\";\npackage org.acme;\nimport \"plain.proto\";\n"
                        + "service Greeter {\n  rpc Call(Plain) returns (Plain);\n}\n");

        assertThatThrownBy(proto::compile).hasMessage("1 error in Protobuf IDL:\n"
                + "greeter.proto:5:3: message 'Plain' has no Java package, so that Java cannot name it here"
                + " (expected: a file with option java_package or a package)\n  in service Greeter");
    }

    @Test
    void whereQuarkusGrpcGeneratesMessagesWeGenerateServicesUnderOtherNames() throws Exception {
        proto.with("greeter.proto", header("a", "") + String.format(SERVICE, "Greeter")).withMessagesByOthers();

        proto.compile();

        assertThat(proto.java().messages()).isEmpty();
        assertThat(proto.java().ours()).containsOnlyKeys("org/acme/a/VoloGreeter.java",
                "org/acme/a/VoloGreeterDefinition.java");
    }

    private static String header(String name, String options) {
        return "syntax = \"proto3\";\npackage org.acme." + name + ";\n" + options + "\n";
    }
}
