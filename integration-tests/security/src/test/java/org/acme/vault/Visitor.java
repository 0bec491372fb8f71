package org.acme.vault;

import static org.acme.vault.Callers.NOTHING;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

import org.acme.vault.Callers.Protocol;
import org.acme.vault.grpc.Text;
import org.jspecify.annotations.Nullable;

import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.grpc.GrpcMetadata;
import io.quarkiverse.volo.metainfo.Metainfo;
import io.smallrye.mutiny.Multi;

/** Somebody who calls the safe by one of the protocols, with what proves who it is. */
final class Visitor {

    private static final Metadata.Key<String> HEADER = Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Callers callers;
    private final Protocol protocol;
    private final String client;
    private final @Nullable String authorization;

    /**
     * @param client whose TLS configuration shows a certificate, or none
     * @param authorization sent with each call; {@code null}: none
     */
    Visitor(Callers callers, Protocol protocol, String client, @Nullable String authorization) {
        this.callers = callers;
        this.protocol = protocol;
        this.client = client;
        this.authorization = authorization;
    }

    static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    String look() {
        return said(() -> protocol == Protocol.THRIFT ? thrift().look() : grpc().look(NOTHING).getText());
    }

    String enter() {
        return said(() -> protocol == Protocol.THRIFT ? thrift().enter() : grpc().enter(NOTHING).getText());
    }

    String open() {
        return said(() -> protocol == Protocol.THRIFT ? thrift().open() : grpc().open(NOTHING).getText());
    }

    String never() {
        return said(() -> protocol == Protocol.THRIFT ? thrift().never() : grpc().never(NOTHING).getText());
    }

    /** On a worker. */
    String plainLook() {
        return said(() -> protocol == Protocol.THRIFT ? plainThrift().plainLook() : plainGrpc().look(NOTHING).getText());
    }

    String plainOpen() {
        return said(() -> protocol == Protocol.THRIFT ? plainThrift().plainOpen() : plainGrpc().open(NOTHING).getText());
    }

    /** By Thrift, as the rest below is by gRPC. */
    String hastyOpen() {
        return said(() -> client(org.acme.vault.thrift.HastySafe.BlockingClient.class).with(options()).hastyOpen());
    }

    String watch() {
        return said(() -> texts(reactiveGrpc().watch(NOTHING)));
    }

    String tell() {
        return said(() -> reactiveGrpc().tell(twoTexts()).await().indefinitely().getText());
    }

    String talk() {
        return said(() -> texts(reactiveGrpc().talk(twoTexts())));
    }

    /** A bean that wants to know nothing of its callers. */
    String peer() {
        return said(() -> client(org.acme.vault.thrift.Vault.BlockingClient.class).with(options()).peer());
    }

    /** What was answered, or the kind of the failure. */
    private static String said(Supplier<String> call) {
        try {
            return call.get();
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode() + ": " + e.getStatus().getDescription();
        } catch (VoloException e) {
            return e.kind() + ": " + e.getMessage();
        }
    }

    private static Multi<Text> twoTexts() {
        return Multi.createFrom().items(GrpcVault.text("one"), GrpcVault.text("two"));
    }

    private static String texts(Multi<Text> stream) {
        return String.join(" ", stream.map(Text::getText).collect().asList().await().indefinitely());
    }

    private org.acme.vault.thrift.Safe.Blocking thrift() {
        return client(org.acme.vault.thrift.Safe.BlockingClient.class).with(options());
    }

    private org.acme.vault.thrift.PlainSafe.Blocking plainThrift() {
        return client(org.acme.vault.thrift.PlainSafe.BlockingClient.class).with(options());
    }

    private org.acme.vault.grpc.Safe.Blocking grpc() {
        return client(org.acme.vault.grpc.Safe.BlockingClient.class).with(options());
    }

    private org.acme.vault.grpc.PlainSafe.Blocking plainGrpc() {
        return client(org.acme.vault.grpc.PlainSafe.BlockingClient.class).with(options());
    }

    private org.acme.vault.grpc.Safe reactiveGrpc() {
        return client(org.acme.vault.grpc.Safe.Client.class).with(options());
    }

    private <T> T client(Class<T> type) {
        return callers.create(type, client, "localhost");
    }

    private CallOptions options() {
        if (authorization == null) {
            return CallOptions.DEFAULT;
        }
        if (protocol == Protocol.THRIFT) {
            return CallOptions.DEFAULT.withMetainfo(Metainfo.create().setTransient("authorization", authorization));
        }
        Metadata headers = new Metadata();
        headers.put(HEADER, authorization);
        return CallOptions.DEFAULT.with(GrpcMetadata.REQUEST_HEADERS, headers);
    }
}
