package io.openalpha.jobs.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BackfillSummaryTests {

    @Test
    void tellsWhatWasFetchedAskedForAgainAndFailed() {
        Map<String, Long> counts = Map.of("backfill.yahoo", 5L, "gaps.yahoo", 2L, "bars", 90L, "quarantined", 1L);

        assertThat(new BackfillSummary(counts, Map.of("not_found", 1L)))
                .hasToString(
                        "Backfilled 5 symbols, 90 bars (2 symbols asked again for days that they lack), 0 restated,"
                                + " 1 bars quarantined, 1 failed (not_found 1)");
    }

    @Test
    void countsASymbolThatWasAskedAgainOnce() {
        Map<String, Long> counts = Map.of("backfill.yahoo", 3L, "gaps.yahoo", 3L);

        assertThat(new BackfillSummary(counts, Map.of("timeout", 1L)).failedShare())
                .isEqualTo(0.25);
    }

    @Test
    void isShortWhereNothingIsMissing() {
        assertThat(new BackfillSummary(Map.of("backfill.yahoo", 1L, "bars", 4L), Map.of()))
                .hasToString("Backfilled 1 symbols, 4 bars, 0 restated, 0 bars quarantined");
    }
}
