package io.openalpha.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WindowCountTests {

    private static final long MILLI = 1_000_000;

    private final WindowCount count = new WindowCount(Duration.ofSeconds(1));

    @Test
    void eventsLeaveAfterTheWindow() {
        count.add(0);
        count.add(500 * MILLI);
        assertThat(count.at(999 * MILLI)).isEqualTo(2);
        assertThat(count.at(1000 * MILLI)).isEqualTo(1);
        assertThat(count.at(1500 * MILLI)).isZero();
        assertThat(count.largest()).isEqualTo(2);
    }

    @Test
    void windowSlidesAcrossTheWholeSecond() {
        for (long at : new long[] {900, 950, 1100, 1200, 1899, 1901}) {
            count.add(at * MILLI);
        }
        assertThat(count.largest()).isEqualTo(5);
    }

    @Test
    void aLongPauseEmptiesIt() {
        count.add(0);
        assertThat(count.at(86_400_000 * MILLI)).isZero();
    }
}
