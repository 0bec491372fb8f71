package io.quarkiverse.volo.grpc.client;

import com.google.protobuf.StringValue;

import io.grpc.stub.StreamObserver;

/** Takes what comes and does nothing. */
final class Ignoring implements StreamObserver<StringValue> {

    @Override
    public void onNext(StringValue value) {
    }

    @Override
    public void onError(Throwable failure) {
    }

    @Override
    public void onCompleted() {
    }
}
