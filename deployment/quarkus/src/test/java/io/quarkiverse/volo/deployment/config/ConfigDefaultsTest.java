package io.quarkiverse.volo.deployment.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.runtime.config.ClientConfig;
import io.quarkiverse.volo.runtime.config.CodegenConfig;
import io.quarkiverse.volo.runtime.config.CompatibilityConfig;
import io.quarkiverse.volo.runtime.config.GrpcCompression;
import io.quarkiverse.volo.runtime.config.GrpcServerConfig;
import io.quarkiverse.volo.runtime.config.MalformedUtf8;
import io.quarkiverse.volo.runtime.config.ServerConfig;
import io.quarkiverse.volo.runtime.config.ThriftServerConfig;
import io.quarkiverse.volo.runtime.config.VoloBuildTimeConfig;
import io.quarkiverse.volo.runtime.config.VoloConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;

class ConfigDefaultsTest {

    private final SmallRyeConfig config = ConfigUtils.emptyConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(VoloConfig.class)
            .withMapping(VoloBuildTimeConfig.class)
            .build();
    private final ServerConfig server = config.getConfigMapping(VoloConfig.class).server();
    private final ClientConfig client = config.getConfigMapping(VoloConfig.class).clients().get("any");
    private final VoloBuildTimeConfig build = config.getConfigMapping(VoloBuildTimeConfig.class);

    /** Every key with its default: a new key without a line here fails {@link #everyKeyIsNamedHere()}. */
    private Map<String, Object> defaults() {
        Map<String, Object> defaults = new TreeMap<>();
        defaults.put("codegen.compatibility.against", build.codegen().compatibility().against());
        defaults.put("codegen.compatibility.level", build.codegen().compatibility().level());
        defaults.put("codegen.compatibility.ignore", build.codegen().compatibility().ignore());
        defaults.put("codegen.git.cache", build.codegen().git().cache());
        defaults.put("codegen.git.offline", build.codegen().git().offline());
        defaults.put("codegen.git.timeout", build.codegen().git().timeout());
        defaults.put("codegen.scanForIdl", build.codegen().scanForIdl());
        defaults.put("codegen.scanForImports", build.codegen().scanForImports());
        defaults.put("codegen.keepUnknownFields", build.codegen().keepUnknownFields());
        defaults.put("codegen.presence", build.codegen().presence());
        defaults.put("codegen.protoDirectory", build.codegen().protoDirectory());
        defaults.put("codegen.protocPath", build.codegen().protocPath());
        defaults.put("codegen.skip", build.codegen().skip());
        defaults.put("codegen.strict", build.codegen().strict());
        defaults.put("codegen.thriftDirectory", build.codegen().thriftDirectory());
        defaults.put("requestContext", build.requestContext());
        defaults.put("server.defaultService", build.server().defaultService());
        defaults.put("server.enabled", server.enabled());
        defaults.put("server.host", server.host());
        defaults.put("server.port", server.port());
        defaults.put("server.testPort", server.testPort());
        defaults.put("server.unixSocket", server.unixSocket());
        defaults.put("server.tlsConfigurationName", server.tlsConfigurationName());
        defaults.put("server.tlsClientAuth", server.tlsClientAuth());
        defaults.put("server.maxFrameSize", server.maxFrameSize().asBigInteger());
        defaults.put("server.maxDecodedElements", server.maxDecodedElements());
        defaults.put("server.malformedUtf8", server.malformedUtf8());
        defaults.put("server.maxConnections", server.maxConnections());
        defaults.put("server.maxInFlight", server.maxInFlight());
        defaults.put("server.idleTimeout", server.idleTimeout());
        defaults.put("server.maxConnectionAge", server.maxConnectionAge());
        defaults.put("server.frameTimeout", server.frameTimeout());
        defaults.put("server.writeBufferHighWaterMark", server.writeBufferHighWaterMark().asBigInteger());
        defaults.put("server.maxInFlightPerConnection", server.maxInFlightPerConnection());
        defaults.put("server.handshakeTimeout", server.handshakeTimeout());
        defaults.put("server.layers", server.layers());
        defaults.put("server.thrift.maxDepth", server.thrift().maxDepth());
        defaults.put("server.thrift.ordering", server.thrift().ordering());
        defaults.put("server.thrift.backwardKeys", server.thrift().backwardKeys());
        defaults.put("server.thrift.messageType", server.thrift().messageType());
        defaults.put("server.grpc.maxRequestSize", server.grpc().maxRequestSize().asBigInteger());
        defaults.put("server.grpc.maxReplySize", server.grpc().maxReplySize());
        defaults.put("server.grpc.streamWindow", server.grpc().streamWindow().asBigInteger());
        defaults.put("server.grpc.connectionWindow", server.grpc().connectionWindow().asBigInteger());
        defaults.put("server.grpc.maxConcurrentStreams", server.grpc().maxConcurrentStreams());
        defaults.put("server.grpc.maxHeaderListSize", server.grpc().maxHeaderListSize().asBigInteger());
        defaults.put("server.grpc.maxResets", server.grpc().maxResets());
        defaults.put("server.grpc.resetPeriod", server.grpc().resetPeriod());
        defaults.put("server.grpc.compression", server.grpc().compression());
        defaults.put("server.grpc.keepaliveInterval", server.grpc().keepaliveInterval());
        defaults.put("server.grpc.keepaliveTimeout", server.grpc().keepaliveTimeout());
        defaults.put("server.grpc.minPingInterval", server.grpc().minPingInterval());
        defaults.put("server.grpc.pingsWithoutCalls", server.grpc().pingsWithoutCalls());
        defaults.put("server.grpc.maxConnectionAgeGrace", server.grpc().maxConnectionAgeGrace());
        defaults.put("server.grpc.health.enabled", server.grpc().health().enabled());
        defaults.put("server.grpc.web.enabled", server.grpc().web().enabled());
        defaults.put("server.grpc.web.cors.origins", server.grpc().web().cors().origins());
        defaults.put("server.grpc.web.cors.headers", server.grpc().web().cors().headers());
        defaults.put("server.grpc.web.cors.exposedHeaders", server.grpc().web().cors().exposedHeaders());
        defaults.put("server.grpc.web.cors.maxAge", server.grpc().web().cors().maxAge());
        defaults.put("server.grpc.web.cors.credentials", server.grpc().web().cors().credentials());
        defaults.put("server.grpc.reflection.enabled", server.grpc().reflection().enabled());
        defaults.put("clients.grpc.maxReplySize", client.grpc().maxReplySize().asBigInteger());
        defaults.put("clients.grpc.maxRequestSize", client.grpc().maxRequestSize());
        defaults.put("clients.grpc.streamWindow", client.grpc().streamWindow().asBigInteger());
        defaults.put("clients.grpc.connectionWindow", client.grpc().connectionWindow().asBigInteger());
        defaults.put("clients.grpc.maxHeaderListSize", client.grpc().maxHeaderListSize().asBigInteger());
        defaults.put("clients.grpc.compression", client.grpc().compression());
        defaults.put("clients.grpc.keepaliveInterval", client.grpc().keepaliveInterval());
        defaults.put("clients.grpc.keepaliveTimeout", client.grpc().keepaliveTimeout());
        defaults.put("server.exposeErrors", server.exposeErrors());
        defaults.put("server.bizError", server.bizError());
        defaults.put("clients.tlsConfigurationName", client.tlsConfigurationName());
        defaults.put("clients.address", client.address());
        defaults.put("clients.dnsRefresh", client.dnsRefresh());
        defaults.put("clients.timeout", client.timeout());
        defaults.put("clients.connectTimeout", client.connectTimeout());
        defaults.put("applicationName", config.getConfigMapping(VoloConfig.class).applicationName());
        defaults.put("clients.transport", client.transport());
        defaults.put("clients.protocol", client.protocol());
        defaults.put("clients.calleeName", client.calleeName());
        defaults.put("clients.strictMetainfo", client.strictMetainfo());
        defaults.put("clients.multiplex", client.multiplex());
        defaults.put("clients.maxInFlight", client.maxInFlight());
        defaults.put("clients.maxConnections", client.maxConnections());
        defaults.put("clients.maxWaiting", client.maxWaiting());
        defaults.put("clients.waitTimeout", client.waitTimeout());
        defaults.put("clients.minIdle", client.minIdle());
        defaults.put("clients.idleTimeout", client.idleTimeout());
        defaults.put("clients.maxAge", client.maxAge());
        defaults.put("clients.maxDecodedElements", client.maxDecodedElements());
        defaults.put("clients.malformedUtf8", client.malformedUtf8());
        defaults.put("clients.layers", client.layers());
        defaults.put("clients.maxFrameSize", client.maxFrameSize().asBigInteger());
        return defaults;
    }

    @Test
    void nothingIsSkippedAndFilesAreInThriftAndAllDialectsCompile() {
        assertThat(defaults()).containsEntry("codegen.skip", false).containsEntry("codegen.thriftDirectory", "thrift")
                .containsEntry("codegen.protoDirectory", "proto").containsEntry("codegen.protocPath", Optional.empty())
                .containsEntry("codegen.strict", CodegenConfig.Strictness.OFF)
                .containsEntry("codegen.keepUnknownFields", List.of("false"))
                .containsEntry("codegen.presence", CodegenConfig.Presence.IMPLICIT);
    }

    @Test
    void dependenciesAreLookedIntoForImportsOnly() {
        assertThat(defaults()).containsEntry("codegen.scanForIdl", List.of("none"))
                .containsEntry("codegen.scanForImports", List.of("all"));
    }

    @Test
    void gitHasAMinuteAndTheUsersCache() {
        assertThat(defaults()).containsEntry("codegen.git.cache", Optional.empty())
                .containsEntry("codegen.git.timeout", Duration.ofSeconds(60))
                .containsEntry("codegen.git.offline", false);
    }

    @Test
    void idlIsComparedOnRequestAndThenABreakFailsTheBuild() {
        assertThat(defaults()).containsEntry("codegen.compatibility.against", Optional.empty())
                .containsEntry("codegen.compatibility.level", CompatibilityConfig.Level.FAIL)
                .containsEntry("codegen.compatibility.ignore", Optional.empty());
    }

    @Test
    void aRequestContextIsActiveWhereItIsNeeded() {
        assertThat(defaults()).containsEntry("requestContext", VoloBuildTimeConfig.RequestContextActivation.AUTO);
    }

    @Test
    void theServerBearsTenThousandConnectionsAndAsManyCalls() {
        assertThat(defaults()).containsEntry("server.maxConnections", 10_000).containsEntry("server.maxInFlight", 10_000);
    }

    @Test
    void aConnectionMayBeIdleForTenMinutesAndTakeHalfAMinutePerMessage() {
        assertThat(defaults()).containsEntry("server.idleTimeout", Duration.ofMinutes(10))
                .containsEntry("server.frameTimeout", Duration.ofSeconds(30));
    }

    @Test
    void sixtyFourKibibytesMayWaitForASlowReader() {
        assertThat(defaults()).containsEntry("server.writeBufferHighWaterMark", BigInteger.valueOf(64 * 1024));
    }

    @Test
    void aClientClosesItsConnectionsBeforeTheServerDoes() {
        assertThat(defaults()).containsEntry("server.maxConnectionAge", Duration.ofHours(1));
        // A tenth of either may be missing by chance.
        assertThat(client.maxAge()).isLessThan(server.maxConnectionAge().multipliedBy(9).dividedBy(10));
        assertThat(client.idleTimeout()).isLessThan(server.idleTimeout());
    }

    @Test
    void aClientsConnectionIsClosedAfterAMinuteUnusedOrHalfAnHour() {
        assertThat(defaults()).containsEntry("clients.idleTimeout", Duration.ofSeconds(60))
                .containsEntry("clients.maxAge", Duration.ofMinutes(30));
    }

    @Test
    void theServerStarts() {
        assertThat(defaults()).containsEntry("server.enabled", true);
    }

    @Test
    void theServerListensOnNoUnixDomainSocket() {
        assertThat(server.unixSocket()).isEmpty();
    }

    @Test
    void theServerListensOnAllInterfacesInProductionOnly() {
        assertThat(server.host()).isEmpty();
        assertThat(server.hostIn(LaunchMode.NORMAL)).isEqualTo("0.0.0.0");
        assertThat(server.hostIn(LaunchMode.DEVELOPMENT)).isEqualTo("localhost");
        assertThat(server.hostIn(LaunchMode.TEST)).isEqualTo("localhost");
    }

    @Test
    void theServerListensOnPort8888AndInTestsOnAFreeOne() {
        assertThat(defaults()).containsEntry("server.port", 8888).containsEntry("server.testPort", 0);
        assertThat(server.portIn(LaunchMode.NORMAL)).isEqualTo(8888);
        assertThat(server.portIn(LaunchMode.DEVELOPMENT)).isEqualTo(8888);
        assertThat(server.portIn(LaunchMode.TEST)).isZero();
    }

    @Test
    void whatAServerReadsIsBounded() {
        assertThat(defaults())
                .containsEntry("server.maxFrameSize", BigInteger.valueOf(16 << 20))
                .containsEntry("server.maxInFlightPerConnection", 128)
                .containsEntry("server.handshakeTimeout", Duration.ofSeconds(10))
                .containsEntry("server.thrift.maxDepth", 64);
    }

    @Test
    void aMessageHasAMillionElementsAndItsMalformedStringsAreMended() {
        assertThat(defaults())
                .containsEntry("server.maxDecodedElements", 1_000_000)
                .containsEntry("clients.maxDecodedElements", 1_000_000)
                .containsEntry("server.malformedUtf8", MalformedUtf8.REPLACE)
                .containsEntry("clients.malformedUtf8", MalformedUtf8.REPLACE);
    }

    @Test
    void aClientSpeaksTTHeaderAndBinaryUnderTheApplicationsName() {
        assertThat(defaults()).containsEntry("clients.transport", ClientConfig.Transport.TTHEADER_FRAMED)
                .containsEntry("clients.protocol", ClientConfig.Protocol.BINARY)
                .containsEntry("clients.calleeName", Optional.empty())
                .containsEntry("clients.strictMetainfo", false)
                .containsEntry("applicationName", Optional.empty());
    }

    @Test
    void whatPeersDisagreeAboutIsSentSoThatAllUnderstandIt() {
        assertThat(defaults()).containsEntry("server.bizError", ServerConfig.BizError.REPLY)
                .containsEntry("server.thrift.backwardKeys", ThriftServerConfig.BackwardKeys.BOTH)
                .containsEntry("server.thrift.messageType", ThriftServerConfig.MessageType.DIGIT);
    }

    @Test
    void grpcTakesFourMebibytesAMessageAndCompressesNothing() {
        assertThat(defaults()).containsEntry("server.grpc.maxRequestSize", BigInteger.valueOf(4 << 20))
                .containsEntry("clients.grpc.maxReplySize", BigInteger.valueOf(4 << 20))
                .containsEntry("server.grpc.compression", GrpcCompression.IDENTITY)
                .containsEntry("clients.grpc.compression", GrpcCompression.IDENTITY);
    }

    @Test
    void grpcTellsItsHealthAndInDevModeItsServices() {
        assertThat(defaults()).containsEntry("server.grpc.health.enabled", true)
                .containsEntry("server.grpc.reflection.enabled", Optional.empty());
        GrpcServerConfig.Reflection unset = Optional::empty;
        assertThat(unset.enabledIn(LaunchMode.DEVELOPMENT)).isTrue();
        assertThat(unset.enabledIn(LaunchMode.TEST)).isFalse();
        assertThat(unset.enabledIn(LaunchMode.NORMAL)).isFalse();
    }

    @Test
    void grpcWebIsOffAndAllowsNoOtherOriginThenAndBrowsersRememberForTwoHours() {
        assertThat(defaults()).containsEntry("server.grpc.web.enabled", false)
                .containsEntry("server.grpc.web.cors.origins", Optional.empty())
                .containsEntry("server.grpc.web.cors.headers", Optional.empty())
                .containsEntry("server.grpc.web.cors.exposedHeaders", Optional.empty())
                .containsEntry("server.grpc.web.cors.maxAge", Duration.ofHours(2))
                .containsEntry("server.grpc.web.cors.credentials", false);
    }

    @Test
    void grpcsWindowsAreOneMebibyteAStreamAndFourAConnection() {
        assertThat(defaults()).containsEntry("server.grpc.streamWindow", BigInteger.valueOf(1 << 20))
                .containsEntry("clients.grpc.streamWindow", BigInteger.valueOf(1 << 20))
                .containsEntry("server.grpc.connectionWindow", BigInteger.valueOf(4 << 20))
                .containsEntry("clients.grpc.connectionWindow", BigInteger.valueOf(4 << 20));
    }

    @Test
    void errorsAreToldToDevelopersOnly() {
        assertThat(server.exposeErrors()).isEmpty();
        assertThat(server.exposeErrorsIn(LaunchMode.NORMAL)).isFalse();
        assertThat(server.exposeErrorsIn(LaunchMode.DEVELOPMENT)).isTrue();
    }

    @Test
    void repliesAreOrdered() {
        assertThat(defaults()).containsEntry("server.thrift.ordering", ThriftServerConfig.Ordering.ORDERED);
    }

    @Test
    void aCallHasASecondAndInDevModeHalfAMinute() {
        assertThat(client.timeout()).isEmpty();
        assertThat(client.timeoutIn(LaunchMode.NORMAL)).isEqualTo(Duration.ofSeconds(1));
        assertThat(client.timeoutIn(LaunchMode.TEST)).isEqualTo(Duration.ofSeconds(1));
        assertThat(client.timeoutIn(LaunchMode.DEVELOPMENT)).isEqualTo(Duration.ofSeconds(30));
        assertThat(defaults()).containsEntry("clients.connectTimeout", Duration.ofMillis(500));
    }

    @Test
    void aClientHasNoAddress() {
        assertThat(client.address()).isEmpty();
    }

    @Test
    void aNameIsResolvedAgainAfterHalfAMinute() {
        assertThat(defaults()).containsEntry("clients.dnsRefresh", Duration.ofSeconds(30));
    }

    @Test
    void noLayersAreConfigured() {
        assertThat(server.layers()).isEmpty();
        assertThat(client.layers()).isEmpty();
    }

    @Test
    void aConnectionServesOneCallAtATime() {
        assertThat(defaults()).containsEntry("clients.multiplex", false);
    }

    @Test
    void whatAClientHoldsIsBounded() {
        assertThat(defaults())
                .containsEntry("clients.maxInFlight", 128)
                .containsEntry("clients.maxConnections", 64)
                .containsEntry("clients.maxWaiting", 1024)
                .containsEntry("clients.waitTimeout", Duration.ofMillis(500))
                .containsEntry("clients.minIdle", 0)
                .containsEntry("clients.maxFrameSize", BigInteger.valueOf(16 << 20));
    }

    @Test
    void everyKeyIsNamedHere() {
        Set<String> keys = new TreeSet<>();
        collect(keys, "", VoloBuildTimeConfig.class);
        collect(keys, "server.", ServerConfig.class);
        collect(keys, "clients.", ClientConfig.class);
        keys.add("applicationName"); // beside those groups
        assertThat(defaults().keySet()).isEqualTo(keys);
    }

    private static void collect(Set<String> keys, String prefix, Class<?> group) {
        Set<Method> members = Arrays.stream(group.getDeclaredMethods())
                .filter(method -> !method.isDefault() && !method.isSynthetic())
                .collect(Collectors.toSet());
        for (Method member : members) {
            Class<?> type = member.getReturnType();
            if (type.isInterface() && type.getPackage().equals(group.getPackage())) {
                collect(keys, prefix + member.getName() + ".", type);
            } else {
                keys.add(prefix + member.getName());
            }
        }
    }

    @Test
    void nothingIsEncryptedUnlessATlsConfigurationIsNamed() {
        assertThat(defaults()).containsEntry("server.tlsConfigurationName", Optional.empty())
                .containsEntry("server.tlsClientAuth", ServerConfig.TlsClientAuth.NONE)
                .containsEntry("clients.tlsConfigurationName", Optional.empty());
    }
}
