package io.openalpha.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeAtWorkTests {

    @Test
    void pausesBetweenExecutionsDoNotCount() {
        assertThat(TimeAtWork.of(List.of(span(1_000, 1_036), span(0, 398)))).isEqualTo(Duration.ofSeconds(434));
    }

    @Test
    void shardsSideBySideCountOnce() {
        assertThat(TimeAtWork.of(List.of(span(0, 60), span(10, 90), span(20, 30))))
                .isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void isNothingWithoutExecutions() {
        assertThat(TimeAtWork.of(List.of())).isZero();
    }

    private static TimeAtWork.Span span(long from, long to) {
        return new TimeAtWork.Span(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    }
}
