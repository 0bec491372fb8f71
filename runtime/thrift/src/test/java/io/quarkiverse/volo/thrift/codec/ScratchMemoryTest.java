package io.quarkiverse.volo.thrift.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

class ScratchMemoryTest {

    @Test
    void whatWasGivenBackIsTakenAgain() {
        ScratchMemory scratch = ScratchMemory.take(ScratchMemory.NONE);
        scratch.giveBack();
        assertThat(takenOnce(scratch)).isSameAs(scratch);
        assertThat(takenOnce(ScratchMemory.NONE)).isSameAs(scratch);
    }

    @Test
    void whatIsTakenIsNotTakenAgain() {
        ScratchMemory scratch = ScratchMemory.take(ScratchMemory.NONE);
        assertThat(takenOnce(ScratchMemory.NONE)).isNotSameAs(scratch);
        assertThat(takenOnce(scratch)).isNotSameAs(scratch);
        scratch.giveBack();
    }

    @Test
    void whatWasNeverGivenBackIsMadeUpForOnce() {
        ScratchMemory lost = ScratchMemory.take(ScratchMemory.NONE);
        ScratchMemory next = takenOnce(lost);
        assertThat(takenOnce(lost)).isSameAs(next).isNotSameAs(lost);
    }

    @Test
    void anotherThreadHasItsOwn() {
        ScratchMemory scratch = takenOnce(ScratchMemory.NONE);
        assertThat(CompletableFuture.supplyAsync(() -> takenOnce(scratch)).join()).isNotSameAs(scratch);
    }

    private static ScratchMemory takenOnce(ScratchMemory last) {
        ScratchMemory scratch = ScratchMemory.take(last);
        scratch.giveBack();
        return scratch;
    }
}
