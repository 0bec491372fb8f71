package io.quarkiverse.volo.deployment.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/**
 * A bean that calls its own application all the time, and tells the test of it by what application and test share: system
 * properties.
 */
final class SelfCaller {

    /** Appended to the source of a bean, as it uses what is generated only in dev mode. */
    static final String SOURCE = """

            @jakarta.inject.Singleton
            class SelfCaller {

                @io.quarkiverse.volo.VoloClient
                org.acme.hello.HelloService self;

                @jakarta.inject.Inject
                io.vertx.core.Vertx vertx;

                long timer;

                void start(@jakarta.enterprise.event.Observes io.quarkus.runtime.StartupEvent event) {
                    count("volo.test.starts");
                    timer = vertx.setPeriodic(20, tick -> self.hello(new org.acme.hello.HelloRequest("me")).subscribe().with(
                            answer -> {
                                System.setProperty("volo.test.answer", answer.message());
                                count("volo.test.answers");
                            },
                            failure -> System.setProperty("volo.test.answer", failure.getMessage())));
                }

                void stop(@jakarta.enterprise.event.Observes io.quarkus.runtime.ShutdownEvent event) {
                    vertx.cancelTimer(timer);
                }

                private static void count(String property) {
                    System.setProperty(property, String.valueOf(Integer.getInteger(property, 0) + 1));
                }
            }
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private SelfCaller() {
    }

    /** How many applications with this bean have started. */
    static int starts() {
        return Integer.getInteger("volo.test.starts", 0);
    }

    /** Waits until an answer, or the message of a failure, that comes from now on has this part. */
    static void awaitAnswer(String part) {
        System.clearProperty("volo.test.answer");
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(System.getProperty("volo.test.answer")).contains(part));
    }

    /** Waits until so many more calls have been answered. */
    static void awaitAnswers(int more) {
        int enough = answers() + more;
        await().atMost(PATIENCE).until(() -> answers() >= enough);
    }

    private static int answers() {
        return Integer.getInteger("volo.test.answers", 0);
    }
}
