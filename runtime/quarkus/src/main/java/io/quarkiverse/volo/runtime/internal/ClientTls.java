package io.quarkiverse.volo.runtime.internal;

import java.util.List;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.SSLOptions;

/** How clients use TLS. */
final class ClientTls {

    private static final String VERIFY_HOST = "HTTPS";
    private static final String VERIFY_NOTHING = "";

    private ClientTls() {
    }

    /** Dials with this TLS configuration. */
    static NetClientOptions options(TlsConfiguration tls, List<String> applicationProtocols) {
        NetClientOptions options = new NetClientOptions();
        TlsConfigUtils.configure(options, tls);
        return options.setHostnameVerificationAlgorithm(verification(tls))
                .setUseAlpn(options.isUseAlpn() && !applicationProtocols.isEmpty())
                .setApplicationLayerProtocols(applicationProtocols);
    }

    /** Dials the application's own server, which need not prove to this process who it is. */
    static NetClientOptions toOwnServer(List<String> applicationProtocols) {
        return new NetClientOptions().setSsl(true).setTrustAll(true).setHostnameVerificationAlgorithm(VERIFY_NOTHING)
                .setUseAlpn(!applicationProtocols.isEmpty())
                .setApplicationLayerProtocols(applicationProtocols);
    }

    private static String verification(TlsConfiguration tls) {
        String other = tls.isTrustAll() ? VERIFY_NOTHING : VERIFY_HOST;
        return tls.getHostnameVerificationAlgorithm().map(ClientTls::asJava).orElse(other);
    }

    /** Quarkus has a word for none, the JDK has not. */
    private static String asJava(String algorithm) {
        return algorithm.equals("NONE") ? VERIFY_NOTHING : algorithm;
    }

    /** What connections that are made from now on are to use. */
    static SSLOptions update(TlsConfiguration tls, List<String> applicationProtocols) {
        SSLOptions options = tls.getSSLOptions();
        return options.setUseAlpn(options.isUseAlpn() && !applicationProtocols.isEmpty());
    }
}
