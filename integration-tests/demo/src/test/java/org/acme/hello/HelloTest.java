package org.acme.hello;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class HelloTest {

    @Test
    void theEndpointAnswersWhatTheThriftServiceSays() {
        get("/hello/World").then().statusCode(200).body(is("Hello World"));
    }
}
