package io.quarkiverse.volo.deployment.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.volo.deployment.HelloBean;
import io.quarkiverse.volo.deployment.RawConnection;
import io.quarkiverse.volo.deployment.RawPeer;
import io.quarkus.test.QuarkusDevModeTest;

/** Every edit shows in the next call on a connection that was open before it. */
class DevModeTest {

    private static final int PORT = DevApplication.freePort();
    private static final RawPeer PEER = new RawPeer();

    private static final String ECHO = """
            namespace java org.acme.echo

            const string PREFIX = "echo"

            struct Question {
                1: required string text
            }

            struct Answer {
                1: required string text
            }

            service EchoService {
                Answer echo(1: Question question)
            }
            """;

    /** Appended to the source of a bean, as these types are generated only in dev mode. */
    private static final String ECHO_BEAN = """

            @io.quarkiverse.volo.VoloService
            class EchoBean implements org.acme.echo.EchoService {

                @Override
                public io.smallrye.mutiny.Uni<org.acme.echo.Answer> echo(org.acme.echo.Question question) {
                    return io.smallrye.mutiny.Uni.createFrom().item(
                            new org.acme.echo.Answer(org.acme.echo.EchoConstants.PREFIX + " " + question.text()));
                }
            }
            """;

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = DevApplication.serving(HelloBean.class,
            "quarkus.volo.server.port=" + PORT, "quarkus.volo.clients.peer.address=localhost:" + PEER.port(),
            "quarkus.volo.clients.peer.transport=framed",
            // A reload is no end: nothing drains.
            "quarkus.shutdown.timeout=10s");

    private RawConnection connection;

    @BeforeEach
    void connect() throws IOException {
        connection = new RawConnection(PORT);
        assertThat(connection.call("hello", "Ada")).isEqualTo("Hello Ada");
    }

    @AfterAll
    static void closePeer() {
        PEER.close();
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    @Test
    void anEditedServiceAnswersTheNextCall() throws IOException {
        APPLICATION.modifySourceFile(HelloBean.class, source -> source.replace("\"Hello \"", "\"Goodbye \""));

        assertThat(connection.call("hello", "Ada")).isEqualTo("Goodbye Ada");
    }

    @Test
    void callsThatArriveDuringTheReloadWaitForIt() throws IOException {
        try (RawConnection second = new RawConnection(PORT); RawConnection third = new RawConnection(PORT)) {
            APPLICATION.modifySourceFile(HelloBean.class, source -> source.replace("\"Hello \"", "\"Goodbye \""));

            connection.send("hello", "Ada");
            second.send("hello", "Ben");
            third.send("hello", "Eve");

            assertThat(connection.receive()).isEqualTo("Goodbye Ada");
            assertThat(second.receive()).isEqualTo("Goodbye Ben");
            assertThat(third.receive()).isEqualTo("Goodbye Eve");
        }
    }

    @Test
    void callsThatTheApplicationMakesToItselfStartNoReload() throws IOException {
        APPLICATION.modifySourceFile(HelloBean.class, source -> source + SelfCaller.SOURCE);
        assertThat(connection.call("hello", "Ada")).isEqualTo("Hello Ada");
        int starts = SelfCaller.starts();

        APPLICATION.modifySourceFile(HelloBean.class, source -> source.replace("\"Hello \"", "\"Goodbye \""));
        SelfCaller.awaitAnswers(50);

        assertThat(SelfCaller.starts()).as("starts while only the application called").isEqualTo(starts);
        assertThat(connection.call("hello", "Ada")).isEqualTo("Goodbye Ada");
        assertThat(SelfCaller.starts()).isEqualTo(starts + 1);
    }

    /** Leaves one connection idle and one waiting for its reply. */
    private static final String PEER_CALLER = """

            @jakarta.inject.Singleton
            class PeerCaller {

                @io.quarkiverse.volo.VoloClient
                org.acme.hello.HelloService peer;

                void start(@jakarta.enterprise.event.Observes io.quarkus.runtime.StartupEvent event) {
                    var unanswered = peer.hello(new org.acme.hello.HelloRequest("hush")).subscribeAsCompletionStage();
                    peer.hello(new org.acme.hello.HelloRequest("Ada")).await().indefinitely();
                }
            }
            """;

    @Test
    void theConnectionsOfTheApplicationsClientsAreClosedByAReload() throws IOException {
        APPLICATION.modifySourceFile(HelloBean.class, source -> source + PEER_CALLER);
        assertThat(connection.call("hello", "Ada")).isEqualTo("Hello Ada");
        assertThat(PEER.accepted()).hasValue(2);
        assertThat(PEER.open()).hasValue(2);

        APPLICATION.modifySourceFile(HelloBean.class, source -> source.replace("\"Hello \"", "\"Goodbye \""));
        assertThat(connection.call("hello", "Ada")).isEqualTo("Goodbye Ada");

        assertThat(PEER.accepted()).as("the new application's are new").hasValue(4);
        await().untilAsserted(() -> assertThat(PEER.open()).as("the old application's are closed").hasValue(2));
    }

    /** Shows the test the class loader of each application that starts. */
    private static final String LOADER_WITNESS = """

            @jakarta.inject.Singleton
            class LoaderWitness {

                @io.quarkiverse.volo.VoloClient
                org.acme.hello.HelloService.Blocking self;

                void start(@jakarta.enterprise.event.Observes io.quarkus.runtime.StartupEvent event) throws Exception {
                    self.hello(new org.acme.hello.HelloRequest("me"));
                    ClassLoader.getSystemClassLoader().loadClass("io.quarkiverse.volo.deployment.dev.SeenLoaders")
                            .getMethod("add", ClassLoader.class).invoke(null, getClass().getClassLoader());
                }
            }
            """;

    @Test
    void theClassesOfOldApplicationsAreCollected() throws IOException {
        List<WeakReference<ClassLoader>> loaders = SeenLoaders.ALL;
        APPLICATION.modifySourceFile(HelloBean.class, source -> source + LOADER_WITNESS);
        assertThat(connection.call("hello", "Ada")).isEqualTo("Hello Ada");
        for (int edit = 1; edit <= 3; edit++) {
            String greeting = "Hello " + edit + " ";
            APPLICATION.modifySourceFile(HelloBean.class, source -> source.replaceFirst("\"Hello [0-9 ]*", '"' + greeting));
            assertThat(connection.call("hello", "Ada")).isEqualTo(greeting + "Ada");
        }

        assertThat(loaders).hasSize(4);
        List<WeakReference<ClassLoader>> old = loaders.subList(0, 3);
        await().untilAsserted(() -> {
            System.gc();
            assertThat(old).allMatch(loader -> loader.get() == null, "collected");
        });
        assertThat(loaders.get(3).get()).as("the class loader of the application that runs").isNotNull();
    }

    @Test
    void anEditedIdlAnswersTheNextCall() throws IOException {
        serveEcho();

        APPLICATION.modifyFile("thrift/echo.thrift", idl -> idl.replace("\"echo\"", "\"changed\""));

        assertThat(connection.call("echo", "Ada")).isEqualTo("changed Ada");
    }

    @Test
    void aRenamedMethodIsServedUnderItsNewName() throws IOException {
        serveEcho();

        APPLICATION.modifyFile("thrift/echo.thrift", idl -> idl.replace("Answer echo(", "Answer repeat("));
        APPLICATION.modifySourceFile(HelloBean.class, source -> source.replace("Answer> echo(", "Answer> repeat("));

        assertThat(connection.call("repeat", "Ada")).isEqualTo("echo Ada");
        assertThat(connection.call("echo", "Ada")).isEqualTo("error: unknown method: 'echo'");
    }

    @Test
    void aRenamedIdlIsServedFromItsNewFile() throws IOException {
        serveEcho();

        APPLICATION.deleteResourceFile("../thrift/echo.thrift");
        DevApplication.addIdl("renamed.thrift", ECHO.replace("\"echo\"", "\"renamed\""));
        APPLICATION.modifySourceFile(HelloBean.class, source -> source.replace("EchoConstants", "RenamedConstants"));

        assertThat(connection.call("echo", "Ada")).isEqualTo("renamed Ada");
    }

    @Test
    void aDeletedIdlIsServedNoMore() throws IOException {
        serveEcho();

        APPLICATION.deleteResourceFile("../thrift/echo.thrift");
        APPLICATION.modifySourceFile(HelloBean.class, source -> source.replace(ECHO_BEAN, ""));

        assertThat(connection.call("echo", "Ada")).isEqualTo("error: unknown method: 'echo'");
        assertThat(connection.call("hello", "Ada")).isEqualTo("Hello Ada");
    }

    @Test
    void anAddedIdlIsServed() throws IOException {
        DevApplication.addIdl("more.thrift", """
                namespace java org.acme.more
                struct Text { 1: required string text }
                service MoreService { Text more(1: Text text) }
                """);
        APPLICATION.modifySourceFile(HelloBean.class, source -> source + """
                @io.quarkiverse.volo.VoloService
                class MoreBean implements org.acme.more.MoreService.Blocking {

                    @Override
                    public org.acme.more.Text more(org.acme.more.Text text) {
                        return text;
                    }
                }
                """);

        assertThat(connection.call("more", "Ada")).isEqualTo("Ada");
    }

    @Test
    void aBrokenServiceTellsItsErrorToTheCaller() throws IOException {
        APPLICATION.modifySourceFile(HelloBean.class, source -> source.replace("\"Hello \"", "nonsense"));
        assertThat(connection.call("hello", "Ada")).startsWith("error: the application could not be reloaded: ");

        APPLICATION.modifySourceFile(HelloBean.class, source -> source.replace("nonsense", "\"Hello again \""));
        assertThat(connection.call("hello", "Ada")).isEqualTo("Hello again Ada");
    }

    private void serveEcho() throws IOException {
        DevApplication.addIdl("echo.thrift", ECHO);
        APPLICATION.modifySourceFile(HelloBean.class, source -> source + ECHO_BEAN);
        assertThat(connection.call("echo", "Ada")).isEqualTo("echo Ada");
    }
}
