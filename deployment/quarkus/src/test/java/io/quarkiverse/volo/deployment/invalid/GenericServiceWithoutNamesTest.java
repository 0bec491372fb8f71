package io.quarkiverse.volo.deployment.invalid;

import java.util.Map;

import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.BuildFailure;
import io.quarkiverse.volo.thrift.descriptor.MethodDescriptor;
import io.quarkiverse.volo.thrift.generic.GenericService;
import io.quarkus.test.QuarkusUnitTest;

class GenericServiceWithoutNamesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = BuildFailure.of(
            new Class<?>[] { Nameless.class, Misnamed.class, Plain.class, Answering.class },
            "GenericServiceWithoutNamesTest$Nameless: @VoloService on a GenericService names no service"
                    + " (expected: those that it answers, such as @VoloService(HelloService.class))",
            "GenericServiceWithoutNamesTest$Misnamed: @VoloService names java.lang.Runnable"
                    + " (expected: a generated service interface, such as HelloService)",
            "GenericServiceWithoutNamesTest$Plain: @VoloService names services on a class that implements neither"
                    + " GenericService nor GenericService.Blocking");

    @Test
    void failsTheBuild() {
        throw new AssertionError("the build did not fail");
    }

    @VoloService
    public static class Nameless extends Answering {
    }

    @VoloService(Runnable.class)
    public static class Misnamed extends Answering {
    }

    @VoloService(HelloService.class)
    public static class Plain {
    }

    public abstract static class Answering implements GenericService.Blocking {

        @Override
        public Object call(MethodDescriptor method, Map<String, Object> arguments) {
            return arguments;
        }
    }
}
