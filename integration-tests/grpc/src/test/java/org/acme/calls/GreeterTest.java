package org.acme.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.acme.greet.Greeter;
import org.acme.greet.Greeting;
import org.acme.greet.Name;
import org.acme.greet.Number;
import org.acme.greet.Range;
import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.VoloClient;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;

/** Each kind of method, by our client. */
@QuarkusTest
class GreeterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @VoloClient
    Greeter greeter;

    @Test
    void oneRequestHasOneReply() {
        assertThat(greeter.greet(name("Ada")).await().atMost(PATIENCE).getText()).isEqualTo("Hello Ada");
    }

    @Test
    void oneRequestHasAStreamOfReplies() {
        Range range = Range.newBuilder().setFirst(1).setLast(1000).build();

        List<Number> numbers = greeter.count(range).collect().asList().await().atMost(PATIENCE);

        assertThat(numbers).extracting(Number::getValue).hasSize(1000).startsWith(1L, 2L).endsWith(1000L);
    }

    @Test
    void aStreamOfRequestsHasOneReply() {
        Multi<Number> numbers = Multi.createFrom().range(1, 1001).map(value -> Number.newBuilder().setValue(value).build());

        assertThat(greeter.sum(numbers).await().atMost(PATIENCE).getValue()).isEqualTo(500_500);
    }

    @Test
    void aStreamOfRequestsHasAStreamOfReplies() {
        Multi<Name> names = Multi.createFrom().items("a", "b", "c").map(GreeterTest::name);

        assertThat(greeter.shout(names).collect().asList().await().atMost(PATIENCE))
                .extracting(Greeting::getText).containsExactly("a!", "b!", "c!");
    }

    static Name name(String text) {
        return Name.newBuilder().setText(text).build();
    }
}
