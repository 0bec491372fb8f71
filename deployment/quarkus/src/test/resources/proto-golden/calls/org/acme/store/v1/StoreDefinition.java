package org.acme.store.v1;

import java.util.Objects;
import javax.annotation.processing.Generated;

import com.google.protobuf.Descriptors;
import io.quarkiverse.volo.client.CallOptions;
import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.grpc.codec.ProtobufCodec;
import io.quarkiverse.volo.grpc.stub.GrpcStub;
import io.quarkiverse.volo.grpc.stub.ServerMethod;
import io.quarkiverse.volo.grpc.stub.ServiceDefinition;
import io.quarkiverse.volo.grpc.stub.Streams;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.acme.store.items.Items;
import org.jspecify.annotations.NullMarked;

/** How {@link Store} is called and served; for the extension and for layers. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
@SuppressWarnings("deprecation")
public final class StoreDefinition implements ServiceDefinition<Store, Store.Blocking> {

    public static final GrpcMethod<GetItemRequest, Items.Item> GET_ITEM = new GrpcMethod<>(
            "org.acme.store.v1.Store",
            "GetItem",
            CallKind.UNARY,
            ProtobufCodec.of(GetItemRequest.getDefaultInstance()),
            ProtobufCodec.of(Items.Item.getDefaultInstance()));

    public static final GrpcMethod<Items.Shelf, Items.Item.Change> WATCH_SHELF = new GrpcMethod<>(
            "org.acme.store.v1.Store",
            "WatchShelf",
            CallKind.SERVER_STREAMING,
            ProtobufCodec.of(Items.Shelf.getDefaultInstance()),
            ProtobufCodec.of(Items.Item.Change.getDefaultInstance()));

    public static final GrpcMethod<Items.Item, Summary> ADD_ALL = new GrpcMethod<>(
            "org.acme.store.v1.Store",
            "AddAll",
            CallKind.CLIENT_STREAMING,
            ProtobufCodec.of(Items.Item.getDefaultInstance()),
            ProtobufCodec.of(Summary.getDefaultInstance()));

    public static final GrpcMethod<Items.Item.Change, Items.Item.Change.Reason> CHAT = new GrpcMethod<>(
            "org.acme.store.v1.Store",
            "Chat",
            CallKind.BIDIRECTIONAL,
            ProtobufCodec.of(Items.Item.Change.getDefaultInstance()),
            ProtobufCodec.of(Items.Item.Change.Reason.getDefaultInstance()));

    public static final GrpcMethod<com.google.protobuf.Empty, com.google.protobuf.Empty> NEW = new GrpcMethod<>(
            "org.acme.store.v1.Store",
            "New",
            CallKind.UNARY,
            ProtobufCodec.of(com.google.protobuf.Empty.getDefaultInstance()),
            ProtobufCodec.of(com.google.protobuf.Empty.getDefaultInstance()));

    public static final GrpcMethod<com.google.protobuf.Empty, org.acme.store.v1.Client> HTTP_STATUS = new GrpcMethod<>(
            "org.acme.store.v1.Store",
            "HTTPStatus",
            CallKind.UNARY,
            ProtobufCodec.of(com.google.protobuf.Empty.getDefaultInstance()),
            ProtobufCodec.of(org.acme.store.v1.Client.getDefaultInstance()));

    public static final GrpcMethod<List, List> TO_STRING = new GrpcMethod<>(
            "org.acme.store.v1.Store",
            "to_string",
            CallKind.UNARY,
            ProtobufCodec.of(List.getDefaultInstance()),
            ProtobufCodec.of(List.getDefaultInstance()));

    public static final GrpcMethod<List, List> TO_STRING_ = new GrpcMethod<>(
            "org.acme.store.v1.Store",
            "ToString",
            CallKind.UNARY,
            ProtobufCodec.of(List.getDefaultInstance()),
            ProtobufCodec.of(List.getDefaultInstance()));

    public static final GrpcMethod<List, String> WITH = new GrpcMethod<>(
            "org.acme.store.v1.Store",
            "With",
            CallKind.UNARY,
            ProtobufCodec.of(List.getDefaultInstance()),
            ProtobufCodec.of(String.getDefaultInstance()));

    public static final GrpcMethod<OldRequest, Items.Item> OLD = new GrpcMethod<>(
            "org.acme.store.v1.Store",
            "Old",
            CallKind.UNARY,
            ProtobufCodec.of(OldRequest.getDefaultInstance()),
            ProtobufCodec.of(Items.Item.getDefaultInstance()));

    private static final java.util.List<GrpcMethod<?, ?>> METHODS = java.util.List.<GrpcMethod<?, ?>> of(
            GET_ITEM,
            WATCH_SHELF,
            ADD_ALL,
            CHAT,
            NEW,
            HTTP_STATUS,
            TO_STRING,
            TO_STRING_,
            WITH,
            OLD);

    @Override
    public java.lang.String serviceName() {
        return "org.acme.store.v1.Store";
    }

    @Override
    public Descriptors.FileDescriptor file() {
        return StoreOuterClass.getDescriptor();
    }

    @Override
    public Class<Store> type() {
        return Store.class;
    }

    @Override
    public Class<Store.Blocking> blockingType() {
        return Store.Blocking.class;
    }

    @Override
    public java.util.List<GrpcMethod<?, ?>> methods() {
        return METHODS;
    }

    @Override
    public java.util.List<ServerMethod<?, ?>> serve(Store bean) {
        return java.util.List.<ServerMethod<?, ?>> of(
                ServerMethod.unary(GET_ITEM, bean::getItem),
                ServerMethod.serverStreaming(WATCH_SHELF, bean::watchShelf),
                ServerMethod.clientStreaming(ADD_ALL, bean::addAll),
                ServerMethod.bidirectional(CHAT, bean::chat),
                ServerMethod.unary(NEW, bean::new_),
                ServerMethod.unary(HTTP_STATUS, bean::httpStatus),
                ServerMethod.unary(TO_STRING, bean::toString_),
                ServerMethod.unary(TO_STRING_, bean::toString__),
                ServerMethod.unary(WITH, bean::with_),
                ServerMethod.unary(OLD, bean::old));
    }

    @Override
    public java.util.List<ServerMethod<?, ?>> serveBlocking(Store.Blocking bean) {
        return java.util.List.<ServerMethod<?, ?>> of(
                ServerMethod.blocking(GET_ITEM, bean::getItem),
                ServerMethod.serverStreaming(WATCH_SHELF, bean::watchShelf),
                ServerMethod.clientStreaming(ADD_ALL, bean::addAll),
                ServerMethod.bidirectional(CHAT, bean::chat),
                ServerMethod.blocking(NEW, bean::new_),
                ServerMethod.blocking(HTTP_STATUS, bean::httpStatus),
                ServerMethod.blocking(TO_STRING, bean::toString_),
                ServerMethod.blocking(TO_STRING_, bean::toString__),
                ServerMethod.blocking(WITH, bean::with_),
                ServerMethod.blocking(OLD, bean::old));
    }

    @Override
    public Store.Client client(GrpcStub stub) {
        return new ReactiveClient(stub);
    }

    @Override
    public Store.BlockingClient blockingClient(GrpcStub stub) {
        return new AwaitingClient(stub);
    }

    private static final class ReactiveClient implements Store.Client {

        private final ClientMethod<GetItemRequest, Items.Item> getItemMethod;
        private final ClientMethod<Items.Shelf, Multi<Items.Item.Change>> watchShelfMethod;
        private final ClientMethod<Multi<Items.Item>, Summary> addAllMethod;
        private final ClientMethod<Multi<Items.Item.Change>, Multi<Items.Item.Change.Reason>> chatMethod;
        private final ClientMethod<com.google.protobuf.Empty, com.google.protobuf.Empty> new_Method;
        private final ClientMethod<com.google.protobuf.Empty, org.acme.store.v1.Client> httpStatusMethod;
        private final ClientMethod<List, List> toString_Method;
        private final ClientMethod<List, List> toString__Method;
        private final ClientMethod<List, String> with_Method;
        private final ClientMethod<OldRequest, Items.Item> oldMethod;
        private final CallOptions options;

        private ReactiveClient(GrpcStub stub) {
            this.getItemMethod = stub.unary(GET_ITEM);
            this.watchShelfMethod = stub.serverStreaming(WATCH_SHELF);
            this.addAllMethod = stub.clientStreaming(ADD_ALL);
            this.chatMethod = stub.bidirectional(CHAT);
            this.new_Method = stub.unary(NEW);
            this.httpStatusMethod = stub.unary(HTTP_STATUS);
            this.toString_Method = stub.unary(TO_STRING);
            this.toString__Method = stub.unary(TO_STRING_);
            this.with_Method = stub.unary(WITH);
            this.oldMethod = stub.unary(OLD);
            this.options = CallOptions.DEFAULT;
        }

        private ReactiveClient(ReactiveClient from, CallOptions options) {
            this.getItemMethod = from.getItemMethod;
            this.watchShelfMethod = from.watchShelfMethod;
            this.addAllMethod = from.addAllMethod;
            this.chatMethod = from.chatMethod;
            this.new_Method = from.new_Method;
            this.httpStatusMethod = from.httpStatusMethod;
            this.toString_Method = from.toString_Method;
            this.toString__Method = from.toString__Method;
            this.with_Method = from.with_Method;
            this.oldMethod = from.oldMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public Store.Client with(CallOptions options) {
            return new ReactiveClient(this, options);
        }

        @Override
        public Uni<Items.Item> getItem(GetItemRequest request) {
            return this.getItemMethod.call(this.options, request);
        }

        @Override
        public Multi<Items.Item.Change> watchShelf(Items.Shelf request) {
            return Streams.of(this.watchShelfMethod.call(this.options, request));
        }

        @Override
        public Uni<Summary> addAll(Multi<Items.Item> requests) {
            return this.addAllMethod.call(this.options, requests);
        }

        @Override
        public Multi<Items.Item.Change.Reason> chat(Multi<Items.Item.Change> requests) {
            return Streams.of(this.chatMethod.call(this.options, requests));
        }

        @Override
        public Uni<com.google.protobuf.Empty> new_(com.google.protobuf.Empty request) {
            return this.new_Method.call(this.options, request);
        }

        @Override
        public Uni<org.acme.store.v1.Client> httpStatus(com.google.protobuf.Empty request) {
            return this.httpStatusMethod.call(this.options, request);
        }

        @Override
        public Uni<List> toString_(List request) {
            return this.toString_Method.call(this.options, request);
        }

        @Override
        public Uni<List> toString__(List request) {
            return this.toString__Method.call(this.options, request);
        }

        @Override
        public Uni<String> with_(List request) {
            return this.with_Method.call(this.options, request);
        }

        @Override
        public Uni<Items.Item> old(OldRequest request) {
            return this.oldMethod.call(this.options, request);
        }
    }

    private static final class AwaitingClient implements Store.BlockingClient {

        private final ClientMethod<GetItemRequest, Items.Item> getItemMethod;
        private final ClientMethod<Items.Shelf, Multi<Items.Item.Change>> watchShelfMethod;
        private final ClientMethod<Multi<Items.Item>, Summary> addAllMethod;
        private final ClientMethod<Multi<Items.Item.Change>, Multi<Items.Item.Change.Reason>> chatMethod;
        private final ClientMethod<com.google.protobuf.Empty, com.google.protobuf.Empty> new_Method;
        private final ClientMethod<com.google.protobuf.Empty, org.acme.store.v1.Client> httpStatusMethod;
        private final ClientMethod<List, List> toString_Method;
        private final ClientMethod<List, List> toString__Method;
        private final ClientMethod<List, String> with_Method;
        private final ClientMethod<OldRequest, Items.Item> oldMethod;
        private final CallOptions options;

        private AwaitingClient(GrpcStub stub) {
            this.getItemMethod = stub.unary(GET_ITEM);
            this.watchShelfMethod = stub.serverStreaming(WATCH_SHELF);
            this.addAllMethod = stub.clientStreaming(ADD_ALL);
            this.chatMethod = stub.bidirectional(CHAT);
            this.new_Method = stub.unary(NEW);
            this.httpStatusMethod = stub.unary(HTTP_STATUS);
            this.toString_Method = stub.unary(TO_STRING);
            this.toString__Method = stub.unary(TO_STRING_);
            this.with_Method = stub.unary(WITH);
            this.oldMethod = stub.unary(OLD);
            this.options = CallOptions.DEFAULT;
        }

        private AwaitingClient(AwaitingClient from, CallOptions options) {
            this.getItemMethod = from.getItemMethod;
            this.watchShelfMethod = from.watchShelfMethod;
            this.addAllMethod = from.addAllMethod;
            this.chatMethod = from.chatMethod;
            this.new_Method = from.new_Method;
            this.httpStatusMethod = from.httpStatusMethod;
            this.toString_Method = from.toString_Method;
            this.toString__Method = from.toString__Method;
            this.with_Method = from.with_Method;
            this.oldMethod = from.oldMethod;
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        public Store.BlockingClient with(CallOptions options) {
            return new AwaitingClient(this, options);
        }

        @Override
        public Items.Item getItem(GetItemRequest request) {
            return this.getItemMethod.await(this.options, request);
        }

        @Override
        public Multi<Items.Item.Change> watchShelf(Items.Shelf request) {
            return Streams.of(this.watchShelfMethod.call(this.options, request));
        }

        @Override
        public Uni<Summary> addAll(Multi<Items.Item> requests) {
            return this.addAllMethod.call(this.options, requests);
        }

        @Override
        public Multi<Items.Item.Change.Reason> chat(Multi<Items.Item.Change> requests) {
            return Streams.of(this.chatMethod.call(this.options, requests));
        }

        @Override
        public com.google.protobuf.Empty new_(com.google.protobuf.Empty request) {
            return this.new_Method.await(this.options, request);
        }

        @Override
        public org.acme.store.v1.Client httpStatus(com.google.protobuf.Empty request) {
            return this.httpStatusMethod.await(this.options, request);
        }

        @Override
        public List toString_(List request) {
            return this.toString_Method.await(this.options, request);
        }

        @Override
        public List toString__(List request) {
            return this.toString__Method.await(this.options, request);
        }

        @Override
        public String with_(List request) {
            return this.with_Method.await(this.options, request);
        }

        @Override
        public Items.Item old(OldRequest request) {
            return this.oldMethod.await(this.options, request);
        }
    }
}
