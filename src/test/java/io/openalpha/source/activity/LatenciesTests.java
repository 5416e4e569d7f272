package io.openalpha.source.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenciesTests {

    @ParameterizedTest
    @CsvSource({"0, 0", "0.005, 0", "0.0051, 1", "0.1, 6", "30, 20", "30.1, 21", "900, 21"})
    void aBoundIsTheLargestOfItsBucket(double seconds, int bucket) {
        assertThat(Latencies.bucket(seconds)).isEqualTo(bucket);
    }

    @Test
    void quantilesLieBetweenTheBoundsAroundThem() {
        Latencies latencies = latencies(0.06, 0.06, 0.09, 0.09, 0.09, 0.09, 0.09, 0.09, 0.09, 4.0);

        assertThat(latencies.total()).isEqualTo(10);
        assertThat(latencies.quantile(0.5)).isBetween(Duration.ofMillis(75), Duration.ofMillis(100));
        assertThat(latencies.quantile(0.95)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
        assertThat(latencies.quantile(0.1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(75));
    }

    @Test
    void withoutRequestsThereAreNoQuantiles() {
        assertThat(Latencies.NONE.quantile(0.5)).isNull();
    }

    @Test
    void quantileAboveAllBoundsIsTheLastBound() {
        assertThat(latencies(45, 60).quantile(0.5)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void countsThatDoNotFitTheBoundsAreRefused() {
        assertThatThrownBy(() -> new Latencies(List.of(1L, 2L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 counts of latencies are not the 22 expected");
    }

    private static Latencies latencies(double... seconds) {
        List<Long> counts = new ArrayList<>(Collections.nCopies(Latencies.BOUNDS.size() + 1, 0L));
        for (double one : seconds) {
            counts.set(Latencies.bucket(one), counts.get(Latencies.bucket(one)) + 1);
        }
        return new Latencies(counts);
    }
}
