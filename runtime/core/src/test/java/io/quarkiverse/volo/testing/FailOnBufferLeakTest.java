package io.quarkiverse.volo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;

class FailOnBufferLeakTest {

    @Test
    void failsTheClassThatLeaksAPooledBufferAndNamesThePlace() {
        assertThat(failuresOf(LeaksPooled.class)).singleElement().asString()
                .contains("leaked buffers: 1 different places (expected: 0) in " + LeaksPooled.class.getName())
                .contains("LeaksPooled.leak");
    }

    @Test
    void failsTheClassThatLeaksAnUnpooledDirectBuffer() {
        assertThat(failuresOf(LeaksUnpooled.class)).singleElement().asString().contains("LeaksUnpooled.leak");
    }

    @Test
    void failsTheOutermostClassForALeakInANestedOne() {
        assertThat(failuresOf(LeaksNested.class)).singleElement().asString().contains("LeaksNested$Inner.leak");
    }

    @Test
    void blamesNoClassForTheLeakOfAnother() {
        failuresOf(LeaksUnwatched.class);
        assertThat(failuresOf(Releases.class)).isEmpty();
    }

    private static List<String> failuresOf(Class<?> testClass) {
        var listener = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(testClass))
                .configurationParameter("junit.jupiter.conditions.deactivate", "*SystemProperty*")
                .build();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        assertThat(summary.getTestsStartedCount()).isEqualTo(1);
        return summary.getFailures().stream().map(FailOnBufferLeakTest::stackTrace).collect(Collectors.toList());
    }

    private static String stackTrace(TestExecutionSummary.Failure failure) {
        var text = new StringWriter();
        failure.getException().printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static final String ONLY_FROM_HERE = "volo.never";

    @ExtendWith(FailOnBufferLeak.class)
    @EnabledIfSystemProperty(named = ONLY_FROM_HERE, matches = "true")
    static class LeaksPooled {
        @Test
        void leak() {
            PooledByteBufAllocator.DEFAULT.directBuffer(8).writeInt(1);
        }
    }

    @ExtendWith(FailOnBufferLeak.class)
    @EnabledIfSystemProperty(named = ONLY_FROM_HERE, matches = "true")
    static class LeaksUnpooled {
        @Test
        void leak() {
            UnpooledByteBufAllocator.DEFAULT.directBuffer(8).writeInt(2);
        }
    }

    @ExtendWith(FailOnBufferLeak.class)
    @EnabledIfSystemProperty(named = ONLY_FROM_HERE, matches = "true")
    static class LeaksNested {
        @Nested
        class Inner {
            @Test
            void leak() {
                PooledByteBufAllocator.DEFAULT.directBuffer(8).writeInt(3);
            }
        }
    }

    @EnabledIfSystemProperty(named = ONLY_FROM_HERE, matches = "true")
    static class LeaksUnwatched {
        @Test
        void leak() {
            PooledByteBufAllocator.DEFAULT.directBuffer(8).writeInt(4);
        }
    }

    @ExtendWith(FailOnBufferLeak.class)
    @EnabledIfSystemProperty(named = ONLY_FROM_HERE, matches = "true")
    static class Releases {
        @Test
        void release() {
            ByteBufAllocator.DEFAULT.buffer(8).release();
        }
    }
}
