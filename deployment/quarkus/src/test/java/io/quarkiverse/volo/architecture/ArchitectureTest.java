package io.quarkiverse.volo.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.smallrye.mutiny.groups.UniAwait;

/** Keeps the arrows of docs/architecture.md. */
class ArchitectureTest {

    private static final String ROOT = "io.quarkiverse.volo";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages(ROOT);

    /** Which packages of ours each package may know, both without {@value #ROOT}. */
    private static final Map<String, Set<String>> ARROWS = new TreeMap<>();

    static {
        // volo-core
        mayKnow("error");
        mayKnow("metainfo");
        mayKnow("flow");
        mayKnow("context", "error", "metainfo");
        mayKnow("service", "context");
        mayKnow("layer.retry", "service", "context", "error", "flow");
        mayKnow("layer.timeout", "layer.retry", "service", "context", "error", "flow");
        mayKnow("layer.limit", "service", "context", "error", "flow");
        mayKnow("discovery", "context", "error");
        mayKnow("loadbalance", "discovery", "service", "context", "error", "flow");
        mayKnow("transport", "context", "error", "flow");
        mayKnow("client", "layer.retry", "layer.timeout", "loadbalance", "discovery", "service", "context", "error", "flow",
                "metainfo");
        mayKnow("server", "layer.limit", "layer.timeout", "service", "context", "error", "flow", "metainfo");
        // volo-thrift
        mayKnow("thrift.value", "error");
        mayKnow("thrift.descriptor", "thrift.value");
        mayKnow("thrift.codec", "error", "thrift.value", "thrift.descriptor");
        mayKnow("thrift", "thrift.codec", "context", "error");
        mayKnow("thrift.ttheader", "thrift.codec", "error", "metainfo");
        mayKnow("thrift.transport", "thrift.ttheader", "thrift.codec", "error");
        mayKnow("thrift.stub", "thrift", "thrift.codec", "thrift.value", "thrift.descriptor", "client", "server",
                "context");
        mayKnow("thrift.dynamic", "thrift", "thrift.codec", "thrift.value", "thrift.descriptor", "thrift.stub", "error");
        mayKnow("thrift.json", "thrift.codec", "thrift.value", "thrift.descriptor", "thrift.dynamic");
        mayKnow("thrift.generic", "thrift", "thrift.codec", "thrift.descriptor", "thrift.dynamic", "thrift.json", "thrift.stub",
                "client");
        mayKnow("thrift.client", "thrift", "thrift.codec", "thrift.ttheader", "thrift.transport", "thrift.stub", "client",
                "transport",
                "discovery", "service", "context", "error", "flow", "metainfo");
        mayKnow("thrift.server", "thrift", "thrift.codec", "thrift.ttheader", "thrift.transport", "server", "transport",
                "service", "context", "error", "flow", "metainfo");
        // volo-grpc
        mayKnow("grpc.codec", "error", "metainfo");
        mayKnow("grpc", "grpc.codec", "context", "error");
        mayKnow("grpc.transport", "grpc.codec", "context", "error", "flow");
        mayKnow("grpc.stub", "grpc", "grpc.codec", "client", "server", "context");
        mayKnow("grpc.client", "grpc", "grpc.codec", "grpc.transport", "grpc.stub", "client", "transport", "discovery",
                "service",
                "context", "error", "flow", "metainfo");
        mayKnow("grpc.server", "grpc", "grpc.codec", "grpc.transport", "server", "transport", "service", "context", "error",
                "flow", "metainfo");
        mayKnow("grpc.services", "grpc", "grpc.codec", "grpc.stub", "context");
        // volo-codegen
        mayKnow("codegen.diagnostic");
        mayKnow("codegen.syntax", "codegen.diagnostic");
        mayKnow("codegen.model", "codegen.syntax", "codegen.diagnostic");
        mayKnow("codegen.input", "codegen.diagnostic");
        mayKnow("codegen.resolve", "codegen.input", "codegen.model", "codegen.syntax", "codegen.diagnostic");
        mayKnow("codegen.source");
        mayKnow("codegen.java", "codegen.source", "codegen.model", "codegen.syntax", "codegen.diagnostic");
        mayKnow("codegen.proto", "codegen.source", "codegen.diagnostic");
        mayKnow("codegen.compatibility", "codegen.model", "codegen.syntax", "codegen.diagnostic");
        mayKnow("codegen", "codegen.compatibility", "codegen.input", "codegen.java", "codegen.proto", "codegen.resolve",
                "codegen.model", "codegen.source", "codegen.syntax", "codegen.diagnostic");
        // quarkus-volo
        mayKnow("", "client", "context", "service");
        mayKnow("runtime.config");
        mayKnow("runtime.internal", "", "runtime.config", "client", "server", "transport", "discovery", "service",
                "context", "error", "flow", "thrift", "thrift.client", "thrift.server", "thrift.stub", "thrift.codec",
                "thrift.generic", "thrift.descriptor", "thrift.transport", "metainfo",
                "grpc", "grpc.client", "grpc.server", "grpc.stub", "grpc.codec", "grpc.transport",
                "grpc.services");
        // quarkus-volo-deployment
        mayKnow("deployment", "", "runtime.config", "runtime.internal", "service", "context", "thrift", "thrift.stub",
                "thrift.generic", "grpc", "grpc.stub",
                "codegen",
                "codegen.diagnostic", "codegen.input", "deployment.compatibility", "deployment.idl", "deployment.proto",
                "deployment.voloyml");
        mayKnow("deployment.idl", "codegen", "codegen.input", "codegen.diagnostic");
        mayKnow("deployment.proto", "deployment.idl", "codegen", "codegen.diagnostic");
        mayKnow("deployment.voloyml", "deployment.idl", "codegen.input", "codegen.diagnostic");
        mayKnow("deployment.compatibility", "deployment.idl", "codegen", "codegen.compatibility");
    }

    private static void mayKnow(String room, String... others) {
        ARROWS.put(room, Set.of(others));
    }

    static Set<String> rooms() {
        return ARROWS.keySet();
    }

    @ParameterizedTest(name = "''{0}''")
    @MethodSource("rooms")
    void aPackageKnowsOnlyThoseBelowIt(String room) {
        Set<String> allowed = Stream.concat(Stream.of(room), ARROWS.get(room).stream())
                .map(ArchitectureTest::qualified).collect(Collectors.toSet());
        DescribedPredicate<JavaClass> known = describe("known to '" + room + "'",
                type -> !isOurs(type) || allowed.contains(type.getPackageName()));

        classes().that().resideInAPackage(qualified(room)).should().onlyDependOnClassesThat(known)
                .allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void everyPackageHasItsPlace() {
        Set<String> packages = CLASSES.stream().filter(ArchitectureTest::isOurs).map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rooms().stream().map(ArchitectureTest::qualified)).containsAll(packages);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        CLASSES.stream().map(JavaClass::getPackage).distinct()
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName).forEach(unmarked::add);

        assertThat(unmarked).isEmpty();
    }

    @Test
    void onlyTheExtensionKnowsQuarkus() {
        noClasses().that().resideOutsideOfPackages(ROOT, ROOT + ".runtime..", ROOT + ".deployment..")
                .should().dependOnClassesThat().resideInAnyPackage("io.quarkus..", "jakarta..", "org.eclipse.microprofile..")
                .check(CLASSES);
    }

    @Test
    void theCompilerIsPlainJava() {
        classes().that().resideInAPackage(ROOT + ".codegen..").and().resideOutsideOfPackage(ROOT + ".codegen.proto")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", ROOT + ".codegen..")
                .check(CLASSES);
        classes().that().resideInAPackage(ROOT + ".codegen.proto")
                .should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "com.google.protobuf", ROOT + ".codegen..")
                .check(CLASSES);
    }

    @Test
    void thriftAndGrpcDoNotKnowEachOther() {
        noClasses().that().resideInAPackage(ROOT + ".thrift..")
                .should().dependOnClassesThat().resideInAPackage(ROOT + ".grpc..").check(CLASSES);
        noClasses().that().resideInAPackage(ROOT + ".grpc..")
                .should().dependOnClassesThat().resideInAPackage(ROOT + ".thrift..").allowEmptyShould(true).check(CLASSES);
    }

    /** But two: the blocking clients, which refuse event loops, and the start and stop of the application. */
    @Test
    void nothingBlocksAThread() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".codegen..")
                .and().doNotHaveFullyQualifiedName(ROOT + ".client.AwaitedReply")
                .and().doNotHaveFullyQualifiedName(ROOT + ".runtime.internal.StartupWait")
                .should().callMethodWhere(describe("blocks its thread", ArchitectureTest::blocks))
                .check(CLASSES);
    }

    private static boolean blocks(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        return switch (call.getName()) {
            case "sleep", "join" -> owner.isAssignableTo(Thread.class) || owner.isAssignableTo(Future.class);
            case "get" -> owner.isAssignableTo(Future.class);
            case "await" -> owner.isAssignableTo(CountDownLatch.class) || owner.isAssignableTo(Condition.class)
                    || owner.isAssignableTo(io.netty.util.concurrent.Future.class);
            case "sync", "syncUninterruptibly", "awaitUninterruptibly" ->
                owner.isAssignableTo(io.netty.util.concurrent.Future.class);
            case "acquire" -> owner.isAssignableTo(Semaphore.class);
            case "park", "parkNanos" -> owner.isAssignableTo(LockSupport.class);
            case "indefinitely", "atMost" -> owner.isAssignableTo(UniAwait.class);
            case "wait" -> call.getTarget().getOwner().isEquivalentTo(Object.class);
            default -> false;
        };
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    private static String qualified(String room) {
        return room.isEmpty() ? ROOT : ROOT + "." + room;
    }
}
