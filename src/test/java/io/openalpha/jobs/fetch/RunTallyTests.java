package io.openalpha.jobs.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RunTallyTests {

    @Test
    void namesSourcesAndReasonsAndWhatIsMissing() {
        RunTally tally = RunTally.of(
                Map.of("asked", 503L, "collected.yahoo", 497L, "collected.alphavantage", 1L, "failed.garbled", 9L),
                "collected.",
                Map.of("not_found", 1L, "garbled", 1L));

        assertThat(tally)
                .hasToString("498 of 503 symbols (alphavantage 1, yahoo 497), 2 failed (garbled 1, not_found 1),"
                        + " 3 missing");
        assertThat(tally.account().missing()).isEqualTo(3);
        assertThat(tally.failedShare()).isEqualTo(2 / 503.0);
    }

    @Test
    void saysNothingOfFailuresWhereThereAreNone() {
        RunTally tally = RunTally.of(Map.of("asked", 3L, "collected.yahoo", 3L), "collected.", Map.of());

        assertThat(tally).hasToString("3 of 3 symbols (yahoo 3)");
        assertThat(tally.failedShare()).isZero();
    }

    @Test
    void aSymbolThatFailedAfterItWasHadIsCountedOnceAsTheAccountOfTheRunCountsIt() {
        RunTally tally = RunTally.of(Map.of("asked", 4L, "backfill.yahoo", 3L), "backfill.", Map.of("unadjusted", 1L));
        RunTally all = RunTally.of(Map.of("asked", 3L, "backfill.yahoo", 3L), "backfill.", Map.of("unadjusted", 1L));

        assertThat(tally).hasToString("3 of 4 symbols (yahoo 3), 1 failed (unadjusted 1)");
        assertThat(all).hasToString("2 of 3 symbols (yahoo 3), 1 failed (unadjusted 1)");
    }

    @Test
    void aRunOfNothingHasNoFailedShare() {
        assertThat(RunTally.of(Map.of(), "collected.", Map.of()).failedShare()).isZero();
    }

    @Test
    void aConflictFailsNoRun() {
        RunTally tally = RunTally.of(
                Map.of("asked", 4L, "backfill.yahoo", 1L), "backfill.", Map.of("in_conflict", 2L, "garbled", 1L));

        assertThat(tally).hasToString("1 of 4 symbols (yahoo 1), 3 failed (garbled 1, in_conflict 2)");
        assertThat(tally.failedShare()).isEqualTo(0.25);
    }
}
