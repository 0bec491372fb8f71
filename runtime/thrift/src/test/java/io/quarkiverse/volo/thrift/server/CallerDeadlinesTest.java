package io.quarkiverse.volo.thrift.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.context.Deadline;

class CallerDeadlinesTest {

    private final long now = System.nanoTime();
    private final CallerDeadlines deadlines = new CallerDeadlines();

    @Test
    void requestsThatCameTogetherWithTheSameTimeShareADeadline() {
        Deadline first = deadlines.of(now, 1_000);

        assertThat(deadlines.of(now, 1_000)).isSameAs(first);
    }

    @Test
    void aLaterRequestHasADeadlineOfItsOwn() {
        Deadline first = deadlines.of(now, 1_000);

        assertThat(deadlines.of(now + 5, 1_000).nanoTime()).isEqualTo(first.nanoTime() + 5);
    }

    @Test
    void aRequestWithAnotherTimeHasADeadlineOfItsOwn() {
        Deadline first = deadlines.of(now, 1_000);

        assertThat(deadlines.of(now, 2_000).nanoTime()).isEqualTo(first.nanoTime() + 1_000_000_000L);
    }
}
