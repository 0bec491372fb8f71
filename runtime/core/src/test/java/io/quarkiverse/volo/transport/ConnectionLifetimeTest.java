package io.quarkiverse.volo.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class ConnectionLifetimeTest {

    private static final Duration MAX_AGE = Duration.ofNanos(1000);

    @Test
    void theMaximumAgeIsUpToATenthLessByChance() {
        Random chance = new Random(7);
        LongSummaryStatistics ages = LongStream.generate(
                () -> new ConnectionLifetime(Duration.ofSeconds(1), MAX_AGE, chance).ageNanos())
                .limit(10_000).summaryStatistics();

        assertThat(ages.getMin()).isEqualTo(900);
        assertThat(ages.getMax()).isEqualTo(1000);
        assertThat(ages.getAverage()).isBetween(940.0, 960.0);
    }

    @Test
    void aShortMaximumAgeStaysAsItIs() {
        assertThat(new ConnectionLifetime(Duration.ofSeconds(1), Duration.ofNanos(9), new Random(7)).ageNanos()).isEqualTo(9);
    }
}
