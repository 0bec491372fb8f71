package io.quarkiverse.volo.peers;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.context.RpcContext;
import io.quarkiverse.volo.error.BizException;
import io.quarkiverse.volo.metainfo.Metainfo;
import io.smallrye.mutiny.Uni;

/** The Java server. */
@VoloService
public class PeerBean implements PeerService {

    private final Set<String> words = ConcurrentHashMap.newKeySet();

    @Override
    public Uni<Everything> echo(Everything value) {
        return Uni.createFrom().item(value);
    }

    @Override
    public Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<String> refuse(String reason, int code) {
        return Uni.createFrom().failure(new Refused(reason, code));
    }

    @Override
    public Uni<String> fail(String message) {
        return Uni.createFrom().failure(new IllegalStateException(message));
    }

    @Override
    public Uni<String> business(int code, String message, Map<String, String> extra) {
        return Uni.createFrom().failure(new BizException(code, message, extra));
    }

    @Override
    public Uni<Metadata> metainfo(String backwardKey, String backwardValue) {
        Metainfo metainfo = Metainfo.current();
        if (!backwardKey.isEmpty()) {
            metainfo.setBackward(backwardKey, backwardValue);
        }
        Map<String, String> persistents = new HashMap<>();
        Map<String, String> upstreams = new HashMap<>();
        metainfo.forEachPersistent(persistents::put);
        metainfo.forEachUpstream(upstreams::put);
        return Uni.createFrom().item(new Metadata(persistents, upstreams));
    }

    @Override
    public Uni<Facts> facts() {
        RpcContext call = Objects.requireNonNull(RpcContext.current(), "the call that is served");
        int millis = call.deadline().isNone() ? 0 : (int) call.deadline().remainingMillis();
        return Uni.createFrom().item(new Facts(call.caller().service(), call.callee().service(), call.method(), millis));
    }

    @Override
    public Uni<String> slow(int millis, String token) {
        return Uni.createFrom().item(token).onItem().delayIt().by(Duration.ofMillis(Math.max(1, millis)));
    }

    @Override
    public Uni<Void> note(String word) {
        words.add(word);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Boolean> noted(String word) {
        return Uni.createFrom().item(words.contains(word));
    }
}
