package io.quarkiverse.volo.runtime.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.grpc.Metadata;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.grpc.GrpcMetadata;
import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.CertificateCredential;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.request.AnonymousAuthenticationRequest;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.CertificateAuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;

/**
 * Who a call's maker says that it is: by an {@code authorization} entry of a known scheme, or else by its certificate, or else
 * not at all.
 */
final class Credentials {

    private static final Metadata.Key<String> HEADER = Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    /** As gRPC's header, and as Kitex writes names of metainfo. */
    private static final List<String> METAINFO = List.of("authorization", "AUTHORIZATION");
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private Credentials() {
    }

    /** @throws AuthenticationFailedException if the entry cannot be read */
    static AuthenticationRequest of(RpcContext call) {
        String authorization = authorization(call);
        if (authorization != null && startsWith(authorization, BASIC)) {
            return password(authorization.substring(BASIC.length()).strip());
        }
        if (authorization != null && startsWith(authorization, BEARER)) {
            return new TokenAuthenticationRequest(
                    new TokenCredential(authorization.substring(BEARER.length()).strip(), "bearer"));
        }
        List<Certificate> chain = call.caller().certificates();
        return chain.isEmpty() ? AnonymousAuthenticationRequest.INSTANCE
                : new CertificateAuthenticationRequest(new CertificateCredential((X509Certificate) chain.get(0)));
    }

    private static @Nullable String authorization(RpcContext call) {
        String header = GrpcMetadata.request(call).get(HEADER);
        CallMetainfo metainfo = call.metainfoIfAny();
        if (header != null || metainfo == null) {
            return header;
        }
        for (String key : METAINFO) {
            String direct = metainfo.getUpstream(key);
            String found = direct != null ? direct : metainfo.getPersistent(key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The schemes' names know no case. */
    private static boolean startsWith(String authorization, String scheme) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static AuthenticationRequest password(String encoded) {
        char[] pair = decode(encoded);
        for (int i = 0; i < pair.length; i++) {
            if (pair[i] == ':') {
                char[] password = Arrays.copyOfRange(pair, i + 1, pair.length);
                return new UsernamePasswordAuthenticationRequest(new String(pair, 0, i), new PasswordCredential(password));
            }
        }
        throw new AuthenticationFailedException("authorization: Basic without a colon (expected: base64 of name:password)");
    }

    private static char[] decode(String encoded) {
        try {
            return StandardCharsets.UTF_8.decode(ByteBuffer.wrap(Base64.getDecoder().decode(encoded))).toString()
                    .toCharArray();
        } catch (IllegalArgumentException e) {
            throw new AuthenticationFailedException("authorization: Basic that is no base64 (expected: that of name:password)",
                    e);
        }
    }
}
