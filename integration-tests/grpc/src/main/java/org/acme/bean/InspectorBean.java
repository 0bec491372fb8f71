package org.acme.bean;

import java.util.Objects;

import org.acme.front.Front;
import org.acme.greet.Facts;
import org.acme.greet.Inspector;
import org.acme.greet.Name;

import io.grpc.Status;
import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.metainfo.Metainfo;

/** One bean for a service of each protocol, with plain methods: they run on workers. */
@VoloService
public class InspectorBean implements Inspector.Blocking, Front.Blocking {

    private final Inspector.Blocking inspector;

    public InspectorBean(@VoloClient("inspector") Inspector.Blocking inspector) {
        this.inspector = inspector;
    }

    @Override
    public Facts inspect(Name name) {
        RpcContext call = Objects.requireNonNull(RpcContext.current());
        String metainfo = Metainfo.current().getPersistent("REQUEST_ID");
        return Facts.newBuilder()
                .setTimeLeft(call.deadline().isNone() ? 0 : call.deadline().remainingMillis())
                .setKind(call.kind().name())
                .setThread(Thread.currentThread().getName())
                .setMetainfo(metainfo == null ? "" : metainfo)
                .build();
    }

    @Override
    public Facts fail(Name how) {
        switch (how.getText()) {
            case "status" -> throw Status.NOT_FOUND.withDescription("no such thing").asRuntimeException();
            case "business" -> throw new BizException(4711, "too late");
            default -> throw new IllegalStateException("secret detail");
        }
    }

    @Override
    public String throughGrpc(String name) {
        Facts facts = inspector.inspect(Name.newBuilder().setText(name).build());
        return facts.getTimeLeft() + " " + facts.getMetainfo();
    }
}
