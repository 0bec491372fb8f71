package io.quarkiverse.volo.deployment.bean;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;

import org.acme.hello.HelloRequest;
import org.acme.hello.HelloResponse;
import org.acme.hello.HelloService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.VoloClient;
import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.deployment.TestApplication;
import io.quarkus.test.QuarkusUnitTest;

class InterceptedBeanTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = TestApplication.calling(Bean.class, Loud.class, LoudInterceptor.class);

    @VoloClient
    HelloService.Blocking hello;

    @Test
    void interceptorsOfAnApplicationScopedBeanWork() {
        assertThat(hello.hello(new HelloRequest("Ada")).message()).isEqualTo("HELLO ADA");
    }

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ ElementType.TYPE, ElementType.METHOD })
    public @interface Loud {
    }

    @Loud
    @Interceptor
    @Priority(1)
    public static class LoudInterceptor {

        @AroundInvoke
        Object shout(InvocationContext call) throws Exception {
            return new HelloResponse(((HelloResponse) call.proceed()).message().toUpperCase(java.util.Locale.ROOT));
        }
    }

    @VoloService
    @ApplicationScoped
    public static class Bean implements HelloService.Blocking {

        @Loud
        @Override
        public HelloResponse hello(HelloRequest request) {
            return new HelloResponse("Hello " + request.name());
        }
    }
}
