package org.acme.hello;

import java.util.List;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.descriptor.IdlFile;
import org.jspecify.annotations.NullMarked;

/** What hello.thrift says, for descriptors. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class HelloIdl {

    /** The file; it is read when something of it is first asked for. */
    public static final IdlFile FILE = new IdlFile(
        "hello.thrift",
        List.of(),
        """
        /** Whom to greet. */
        struct HelloRequest {
          1: required string name
        }
        struct HelloResponse {
          1: required string message
        }
        /** Greets. */
        service HelloService {
          /** Says hello. */
          HelloResponse hello(1: HelloRequest request)
        }
        """
    );

    private HelloIdl() {
    }
}
