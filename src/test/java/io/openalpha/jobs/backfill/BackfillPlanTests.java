package io.openalpha.jobs.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.jobs.fetch.RunTally;
import io.openalpha.run.SymbolAccount;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackfillPlanTests {

    @Test
    void tellsWhatWasFetchedAskedForAgainAndFailed() {
        Map<String, Long> counts = Map.of("backfill.yahoo", 5L, "gaps.yahoo", 2L, "bars", 90L, "quarantined", 1L);

        assertThat(BackfillPlan.summary(
                        new RunTally(new SymbolAccount(6, 5, Map.of("not_found", 1L), 0), Map.of("yahoo", 5L)), counts))
                .isEqualTo("Backfilled 5 of 6 symbols (yahoo 5), 1 failed (not_found 1): 90 bars, 0 symbols restated,"
                        + " 1 bars quarantined, 2 symbols asked again for days that they lack");
    }

    @Test
    void isShortWhereNothingIsMissing() {
        assertThat(BackfillPlan.summary(
                        new RunTally(new SymbolAccount(1, 1, Map.of(), 0), Map.of("yahoo", 1L)), Map.of("bars", 4L)))
                .isEqualTo("Backfilled 1 of 1 symbols (yahoo 1): 4 bars, 0 symbols restated, 0 bars quarantined");
    }
}
