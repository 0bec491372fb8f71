package org.acme.hello;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.is;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.VoloClient;
import io.quarkus.test.InjectMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

@QuarkusTest
class MockedHelloTest {

    /** Spelled out: outside of the application's own beans a client has no name but the one in the annotation. */
    @InjectMock
    @VoloClient("hello")
    HelloService hello;

    @Test
    void theEndpointAnswersWhatAMockedClientSays() {
        when(hello.hello(any())).thenReturn(Uni.createFrom().item(new HelloResponse("mocked")));

        get("/hello/World").then().statusCode(200).body(is("mocked"));
    }
}
