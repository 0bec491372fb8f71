package io.quarkiverse.volo.deployment;

import org.jboss.jandex.DotName;

import io.quarkiverse.volo.GlobalLayer;
import io.quarkiverse.volo.UseLayers;
import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloClients;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.grpc.stub.GrpcService;
import io.quarkiverse.volo.service.Layer;
import io.quarkiverse.volo.thrift.generic.GenericClient;
import io.quarkiverse.volo.thrift.generic.GenericService;
import io.quarkiverse.volo.thrift.stub.ThriftService;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The names of the types that build steps look for. */
final class VoloNames {

    static final String FEATURE = "volo";

    static final DotName VOLO_SERVICE = DotName.createSimple(VoloService.class);
    static final DotName VOLO_CLIENT = DotName.createSimple(VoloClient.class);
    static final DotName VOLO_CLIENTS = DotName.createSimple(VoloClients.class);
    static final DotName GLOBAL_LAYER = DotName.createSimple(GlobalLayer.class);
    static final DotName USE_LAYERS = DotName.createSimple(UseLayers.class);
    static final DotName LAYER = DotName.createSimple(Layer.class);
    static final DotName IDENTIFIER = DotName.createSimple(Identifier.class);
    static final DotName THRIFT_SERVICE = DotName.createSimple(ThriftService.class);
    static final DotName GRPC_SERVICE = DotName.createSimple(GrpcService.class);

    static final DotName GENERIC_CLIENT = DotName.createSimple(GenericClient.class);
    static final DotName GENERIC_SERVICE = DotName.createSimple(GenericService.class);
    static final DotName BLOCKING_GENERIC_SERVICE = DotName.createSimple(GenericService.Blocking.class);

    static final DotName UNI = DotName.createSimple(Uni.class);
    static final DotName MULTI = DotName.createSimple(Multi.class);

    static final DotName BLOCKING = DotName.createSimple("io.smallrye.common.annotation.Blocking");
    static final DotName NON_BLOCKING = DotName.createSimple("io.smallrye.common.annotation.NonBlocking");
    static final DotName RUN_ON_VIRTUAL_THREAD = DotName.createSimple("io.smallrye.common.annotation.RunOnVirtualThread");
    static final DotName TRANSACTIONAL = DotName.createSimple("jakarta.transaction.Transactional");

    static final DotName CURRENT_IDENTITY = DotName.createSimple("io.quarkus.security.identity.CurrentIdentityAssociation");

    private VoloNames() {
    }
}
