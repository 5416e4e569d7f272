package io.openalpha.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SymbolAccountTests {

    @Test
    void whatNeitherCameNorFailedIsMissing() {
        SymbolAccount account = SymbolAccount.of(
                Map.of("asked", 10L, "collected.yahoo", 4L, "collected.alphavantage", 1L, "failed.not_found", 9L),
                Map.of("not_found", 2L));

        assertThat(account).isEqualTo(new SymbolAccount(10, 5, Map.of("not_found", 2L), 3));
        assertThat(account.failedTotal()).isEqualTo(2);
    }

    @Test
    void nothingIsMissingOfARunThatDidNotCountWhatItWasToAsk() {
        assertThat(SymbolAccount.of(Map.of("backfill.yahoo", 7L, "bars", 900L), Map.of("unavailable", 1L)))
                .isEqualTo(new SymbolAccount(8, 7, Map.of("unavailable", 1L), 0));
    }

    @Test
    void aSymbolThatWasHadAndFailedLaterHasFailed() {
        assertThat(SymbolAccount.of(Map.of("asked", 3L, "backfill.yahoo", 3L), Map.of("unadjusted", 1L)))
                .isEqualTo(new SymbolAccount(3, 2, Map.of("unadjusted", 1L), 0));
    }

    @Test
    void knowsTheAnswersOfAJobThatGivesThemNoNameOfItsOwn() {
        assertThat(SymbolAccount.of(Map.of("asked", 3L, SymbolAccount.HAD + "yahoo", 2L), Map.of()))
                .isEqualTo(new SymbolAccount(3, 2, Map.of(), 1));
    }

    @Test
    void isThatOfAllShardsTogether() {
        SymbolAccount one = SymbolAccount.of(Map.of("asked", 5L, "collected.yahoo", 3L), Map.of("not_found", 1L));
        SymbolAccount other = SymbolAccount.of(Map.of("asked", 4L, "collected.yahoo", 2L), Map.of("not_found", 2L));

        assertThat(one.plus(other)).isEqualTo(new SymbolAccount(9, 5, Map.of("not_found", 3L), 1));
    }

    @Test
    void aTrainingHasNone() {
        assertThat(RunCounts.of(20, Map.of("rows", 5L), Map.of()).account()).isNull();
        assertThat(RunCounts.of(0, Map.of("asked", 5L), Map.of()).account())
                .isEqualTo(new SymbolAccount(5, 0, Map.of(), 5));
    }
}
