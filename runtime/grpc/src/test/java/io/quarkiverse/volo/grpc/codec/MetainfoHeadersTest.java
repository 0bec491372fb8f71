package io.quarkiverse.volo.grpc.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkiverse.volo.metainfo.MetainfoCarrier;

class MetainfoHeadersTest {

    private final CallMetainfo metainfo = new CallMetainfo();
    private final Http2Headers headers = new DefaultHttp2Headers(false);

    @Test
    void goesWithARequestAsVoloAndKitexWriteIt() {
        metainfo.setPersistent("REQUEST_ID", "r1").setTransient("TENANT", "caf\u00e9");
        MetainfoHeaders.writeForward(metainfo, headers);
        assertThat(headers.names()).map(CharSequence::toString).containsExactlyInAnyOrder("rpc-persist-request-id",
                "rpc-transit-tenant");

        CallMetainfo received = MetainfoHeaders.readForward(headers);
        assertThat(received.getPersistent("REQUEST_ID")).isEqualTo("r1");
        assertThat(received.getUpstream("TENANT")).isEqualTo("caf\u00e9");
        assertThat(received.getTransient("TENANT")).as("goes one hop").isNull();
    }

    @Test
    void comesBackWithAReply() {
        metainfo.setBackward("SERVED_BY", "node-7");
        MetainfoHeaders.writeBackward(metainfo, headers);
        assertThat(headers.get("rpc-backward-served-by").toString()).isEqualTo("node-7");

        CallMetainfo caller = new CallMetainfo();
        MetainfoHeaders.readBackward(headers, carrier(caller));
        assertThat(caller.getDownstream("SERVED_BY")).isEqualTo("node-7");
    }

    @Test
    void whatNoHeaderCanHaveIsLeftOut() {
        metainfo.setPersistent("a b", "1").setPersistent("B", "line\nbreak").setPersistent("C", "3");
        MetainfoHeaders.writeForward(metainfo, headers);
        assertThat(headers.names()).map(CharSequence::toString).containsExactly("rpc-persist-c");
    }

    @Test
    void headersOfOthersAreNoMetainfo() {
        headers.add("rpc", "1").add("rpc-", "1").add("rpc-other-x", "1").add("x", "1");
        assertThat(MetainfoHeaders.readForward(headers)).isNull();
    }

    @Test
    void emptyKeysAndValuesAreDropped() {
        headers.add("rpc-persist-", "1").add("rpc-persist-a", AsciiString.EMPTY_STRING);
        assertThat(MetainfoHeaders.readForward(headers)).isNull();
    }

    private static MetainfoCarrier carrier(CallMetainfo metainfo) {
        return new MetainfoCarrier() {

            @Override
            public CallMetainfo metainfo() {
                return metainfo;
            }

            @Override
            public CallMetainfo metainfoIfAny() {
                return metainfo;
            }
        };
    }
}
