package io.quarkiverse.volo.thrift.server;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.context.Address;
import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.thrift.ttheader.IntKey;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;
import io.quarkiverse.volo.thrift.ttheader.TextKey;

/**
 * Who calls whom, as the requests of one connection say it. Remembers the last: nearly all have the same two ends.
 */
final class CallerNames {

    private final Endpoint peer;
    private Endpoint caller;
    private Endpoint callee = Endpoint.UNKNOWN;

    /** @param peer the connection's other end */
    CallerNames(Endpoint peer) {
        this.peer = peer;
        this.caller = peer;
    }

    /**
     * Tells a call its two ends.
     *
     * @param served who is called unless the header says another name
     * @param header {@code null}: the request has none
     */
    void tell(RpcContext call, Endpoint served, @Nullable TTHeader header) {
        if (header == null) {
            call.caller(peer);
            call.callee(served);
        } else {
            call.caller(callerOf(header));
            call.callee(calleeOf(header, served));
        }
    }

    private Endpoint callerOf(TTHeader header) {
        String service = header.get(IntKey.FROM_SERVICE);
        if (service == null) {
            return peer;
        }
        String behindProxy = header.get(TextKey.REMOTE_ADDRESS);
        if (behindProxy != null) {
            return peer.named(service).at(addressOr(behindProxy, peer.address()));
        }
        if (!caller.service().equals(service)) {
            caller = peer.named(service);
        }
        return caller;
    }

    private static @Nullable Address addressOr(String text, @Nullable Address other) {
        try {
            return Address.parse(text);
        } catch (IllegalArgumentException noAddress) {
            return other;
        }
    }

    private Endpoint calleeOf(TTHeader header, Endpoint served) {
        String service = header.get(IntKey.TO_SERVICE);
        if (service == null || service.isEmpty()) {
            return served;
        }
        if (!callee.service().equals(service)) {
            callee = new Endpoint(service, null);
        }
        return callee;
    }
}
