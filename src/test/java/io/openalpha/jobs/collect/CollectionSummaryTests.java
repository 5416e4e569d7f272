package io.openalpha.jobs.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CollectionSummaryTests {

    @Test
    void namesSourcesAndReasons() {
        CollectionSummary summary = CollectionSummary.of(
                Map.of("collected.yahoo", 497L, "collected.alphavantage", 1L, "failed.garbled", 9L),
                new TreeMap<>(Map.of("not_found", 1L, "garbled", 1L)));

        assertThat(summary)
                .hasToString(
                        "Collected 498 of 500 symbols (alphavantage 1, yahoo 497), 2 failed (garbled 1, not_found 1)");
        assertThat(summary.failedShare()).isEqualTo(2 / 500.0);
    }

    @Test
    void saysNothingOfFailuresWhereThereAreNone() {
        CollectionSummary summary = CollectionSummary.of(Map.of("collected.yahoo", 3L), Map.of());

        assertThat(summary).hasToString("Collected 3 of 3 symbols (yahoo 3)");
        assertThat(summary.failedShare()).isZero();
    }

    @Test
    void aRunOfNothingHasNoFailedShare() {
        assertThat(CollectionSummary.of(Map.of(), Map.of()).failedShare()).isZero();
    }
}
