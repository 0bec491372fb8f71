package io.quarkiverse.volo.thrift.client;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.Deadline;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.ErrorKind;
import io.quarkiverse.volo.error.VoloException;
import io.quarkiverse.volo.metainfo.CallMetainfo;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.UncarriedMetainfo;
import io.quarkiverse.volo.thrift.ttheader.IntKey;
import io.quarkiverse.volo.thrift.ttheader.MetainfoKeys;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.thrift.ttheader.TextKey;

/** Fills the TTHeaders of a connection's requests; the same one for one request after the other. */
final class RequestHeader {

    private final TTHeader header = new TTHeader();
    private final MessageForm form;
    private final int flags;
    private final boolean strictMetainfo;
    private final UncarriedMetainfo uncarried;
    private @Nullable Address address;
    private String addressText = "";

    /** @param uncarried of all of the client's connections */
    RequestHeader(ThriftClientOptions options, UncarriedMetainfo uncarried) {
        this.form = options.form();
        this.flags = options.multiplexes() ? TTHeader.OUT_OF_ORDER : 0;
        this.strictMetainfo = options.strictMetainfo();
        this.uncarried = uncarried;
    }

    /** The header of a call's request; {@code null} if its form has none. */
    @Nullable
    TTHeader of(RpcContext call, int sequenceId) {
        if (!form.hasHeader()) {
            refuseMetainfo(call);
            return null;
        }
        header.clear()
                .flags(flags)
                .sequenceId(sequenceId)
                .protocolId(form.protocol().headerId())
                .put(TextKey.SERVICE, call.service())
                .put(IntKey.FROM_SERVICE, call.caller().service())
                .put(IntKey.TO_SERVICE, call.callee().service())
                .put(IntKey.TO_METHOD, call.method());
        Address callee = call.callee().address();
        if (callee != null) {
            header.put(IntKey.DEST_ADDRESS, textOf(callee));
        }
        Deadline deadline = call.deadline();
        if (!deadline.isNone()) {
            header.put(IntKey.RPC_TIMEOUT, Long.toString(Math.max(1, deadline.remainingMillis())));
        }
        CallMetainfo metainfo = call.metainfoIfAny();
        if (metainfo != null && metainfo.hasForward()) {
            MetainfoKeys.writeForward(header, metainfo);
        }
        return header;
    }

    private void refuseMetainfo(RpcContext call) {
        CallMetainfo metainfo = call.metainfoIfAny();
        if (metainfo == null || !metainfo.hasForward()) {
            return;
        }
        if (strictMetainfo) {
            throw new VoloException(ErrorKind.PROTOCOL, "metainfo: " + metainfo
                    + " (expected: none, or a transport with a TTHeader, which carries it)", null, true);
        }
        uncarried.leftOut();
    }

    /** A connection has one address, whose text is made once. */
    private String textOf(Address callee) {
        if (!callee.equals(address)) {
            address = callee;
            addressText = callee.toString();
        }
        return addressText;
    }
}
