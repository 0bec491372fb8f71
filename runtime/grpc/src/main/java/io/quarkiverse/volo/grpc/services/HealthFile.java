package io.quarkiverse.volo.grpc.services;

import com.google.protobuf.Descriptors.FileDescriptor;

/** What {@code grpc/health/v1/health.proto} declares. */
final class HealthFile {

    private static final String REQUEST = "HealthCheckRequest";
    private static final String REPLY = "HealthCheckResponse";

    private HealthFile() {
    }

    static FileDescriptor make() {
        FileBuilder file = new FileBuilder("grpc.health.v1", "grpc/health/v1/health.proto");
        file.message(REQUEST).text("service", 1);
        file.message(REPLY).choice("status", 1, "ServingStatus", "UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN");
        file.service("Health").method("Check", REQUEST, false, REPLY, false).method("Watch", REQUEST, false, REPLY, true);
        return file.build();
    }
}
