package org.acme.vault;

import static org.acme.vault.Visitor.basic;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.acme.vault.Callers.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Who may do what is said by annotations on beans, and who it is by certificates and by entries of calls. */
@QuarkusTest
@TestProfile(RequestedTls.class)
class SecurityAnnotationsTest {

    private static final String UNAUTHENTICATED = "UNAUTHENTICATED: ";
    private static final String DENIED = "PERMISSION_DENIED: ";

    @Inject
    Callers callers;

    private Visitor visitor(Protocol protocol, String client, @Nullable String authorization) {
        return new Visitor(callers, protocol, client, authorization);
    }

    @ParameterizedTest
    @EnumSource
    void aCertificateSaysWhoItIs(Protocol protocol) {
        Visitor ada = visitor(protocol, "ada", null);

        assertThat(ada.look()).isEqualTo("CN=ada");
        assertThat(ada.enter()).isEqualTo("in came CN=ada");
        assertThat(ada.open()).isEqualTo("opened by CN=ada");
        assertThat(ada.plainLook()).isEqualTo("CN=ada");
        assertThat(ada.plainOpen()).isEqualTo("opened by CN=ada");
    }

    @ParameterizedTest
    @EnumSource
    void whoIsKnownButMayNotIsDenied(Protocol protocol) {
        Visitor eve = visitor(protocol, "eve", null);

        assertThat(eve.enter()).isEqualTo("in came CN=eve");
        assertThat(eve.open()).startsWith(DENIED).contains("the caller may not do that");
        assertThat(eve.plainOpen()).startsWith(DENIED);
        assertThat(visitor(protocol, "ada", null).never()).startsWith(DENIED);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNobodyMayDoWhatAllMay(Protocol protocol) {
        Visitor nobody = visitor(protocol, "nameless", null);

        assertThat(nobody.look()).isEmpty();
        assertThat(nobody.plainLook()).isEmpty();
        assertThat(nobody.enter()).startsWith(UNAUTHENTICATED).contains("the caller is not authenticated");
        assertThat(nobody.open()).startsWith(UNAUTHENTICATED);
        assertThat(nobody.plainOpen()).startsWith(UNAUTHENTICATED);
    }

    @ParameterizedTest
    @EnumSource
    void aPasswordSaysWhoItIs(Protocol protocol) {
        Visitor ada = visitor(protocol, "nameless", basic("ada", "ada's: secret"));

        assertThat(ada.open()).isEqualTo("opened by ada");
        assertThat(ada.plainOpen()).isEqualTo("opened by ada");
        assertThat(visitor(protocol, "nameless", basic("eve", "eve's: secret")).open()).startsWith(DENIED);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenSaysWhoItIs(Protocol protocol) {
        assertThat(visitor(protocol, "nameless", "Bearer token-of-ada").open()).isEqualTo("opened by ada");
        assertThat(visitor(protocol, "nameless", "bearer token-of-eve").enter()).isEqualTo("in came eve");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotTrueIsRefusedWhereverItIsLookedAt(Protocol protocol) {
        for (String wrong : new String[] { basic("ada", "guessed"), "Bearer stolen", "Basic ###", "Basic YWRh" }) {
            Visitor liar = visitor(protocol, "nameless", wrong);
            assertThat(liar.open()).as(wrong).startsWith(UNAUTHENTICATED).doesNotContain("password");
            assertThat(liar.look()).as(wrong).startsWith(UNAUTHENTICATED);
            assertThat(liar.plainOpen()).as(wrong).startsWith(UNAUTHENTICATED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatACallSaysCountsMoreThanItsConnectionUnlessNobodyKnowsTheScheme(Protocol protocol) {
        assertThat(visitor(protocol, "eve", "Bearer token-of-ada").open()).isEqualTo("opened by ada");
        assertThat(visitor(protocol, "ada", "Secret ada").open()).isEqualTo("opened by CN=ada");
    }

    @Test
    void streamsAreGuardedToo() {
        Visitor ada = visitor(Protocol.GRPC, "ada", null);
        Visitor eve = visitor(Protocol.GRPC, "eve", null);
        Visitor nobody = visitor(Protocol.GRPC, "nameless", null);

        assertThat(ada.watch()).isEqualTo("one two");
        assertThat(ada.tell()).isEqualTo("2 told");
        assertThat(ada.talk()).isEqualTo("one two");
        assertThat(eve.watch()).startsWith(DENIED);
        assertThat(eve.tell()).startsWith(DENIED);
        assertThat(eve.talk()).startsWith(DENIED);
        assertThat(nobody.watch()).startsWith(UNAUTHENTICATED);
        assertThat(nobody.tell()).startsWith(UNAUTHENTICATED);
        assertThat(nobody.talk()).startsWith(UNAUTHENTICATED);
    }

    @Test
    void aPlainMethodOnTheEventLoopIsGuardedWithoutWaiting() {
        assertThat(visitor(Protocol.THRIFT, "nameless", basic("ada", "ada's: secret")).hastyOpen())
                .isEqualTo("nobody on the event loop");
        assertThat(visitor(Protocol.THRIFT, "eve", null).hastyOpen()).startsWith(DENIED);
        assertThat(visitor(Protocol.THRIFT, "nameless", basic("ada", "guessed")).hastyOpen()).startsWith(UNAUTHENTICATED);
    }

    @Test
    void whatHasNoTTHeaderIsToldByAnExceptionOfThrift() {
        assertThat(visitor(Protocol.THRIFT, "framed", null).open())
                .startsWith("APPLICATION: ").contains("the caller is not authenticated");
    }

    @Test
    void aBeanThatDoesNotAskWhoCallsIsNotTold() {
        assertThat(visitor(Protocol.THRIFT, "nameless", basic("ada", "guessed")).peer()).isEqualTo("nobody on the event loop");
    }
}
