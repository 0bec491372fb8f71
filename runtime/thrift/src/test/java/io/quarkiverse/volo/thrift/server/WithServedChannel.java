package io.quarkiverse.volo.thrift.server;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

import io.quarkiverse.volo.testing.FailOnBufferLeak;

/** A test that has a {@link ServedChannel} of its own, with the default options unless it asks for others. */
@ExtendWith(FailOnBufferLeak.class)
abstract class WithServedChannel {

    ServedChannel served = new ServedChannel(ThriftServerOptions.DEFAULT);

    @AfterEach
    void close() {
        served.close();
    }

    void serve(ThriftServerOptions options) {
        served.close();
        served = new ServedChannel(options);
    }
}
