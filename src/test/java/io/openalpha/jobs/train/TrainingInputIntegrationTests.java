package io.openalpha.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Defect;
import io.openalpha.market.QuarantinedBar;
import io.openalpha.ml.feature.SyntheticMarket;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.ml.model.Standing;
import io.openalpha.run.ExitCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TrainingInputIntegrationTests {

    private static final SyntheticMarket MARKET = new SyntheticMarket(7, 20, 220, 0.1);

    @AutoClose
    private final TrainingMarket market;

    TrainingInputIntegrationTests(@TempDir Path folder) {
        market = new TrainingMarket(folder);
    }

    @Test
    void tooFewRowsAreSkippedWithTheNumbers(CapturedOutput output) {
        market.with(new SyntheticMarket(7, 3, 10, 0)).with("openalpha.training.min-rows=31");

        assertSkipped(output, "30 clean final bars of 3 symbols, fewer than the 31 of 2 that are needed");
    }

    @Test
    void oneSymbolIsSkippedWithTheNumbers(CapturedOutput output) {
        market.with(new SyntheticMarket(7, 1, 300, 0));

        assertSkipped(output, "300 clean final bars of 1 symbols, fewer than the 1 of 2 that are needed");
    }

    @Test
    void barsTooFewForARowAreSkipped(CapturedOutput output) {
        market.with(new SyntheticMarket(7, 20, 99, 0));

        assertSkipped(output, "the bars make 0 rows with a known outcome, 0 of them of label 1");
    }

    @Test
    void constantPricesAreSkipped(CapturedOutput output) {
        for (String symbol : List.of("A", "B", "C")) {
            market.with(symbol, constant(MARKET.dates()));
        }

        assertSkipped(output, "rows with a known outcome, 0 of them of label 1, and both labels are needed");
    }

    @Test
    void aHistoryTooShortForATestServesProvisionally(CapturedOutput output) {
        market.with(new SyntheticMarket(7, 20, 125, 0.1));

        assertThat(market.train("a").exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(market.versions())
                .hasSize(2)
                .extracting(ModelVersion::standing)
                .containsOnly(Standing.PROVISIONAL);
        assertThat(output.getErr())
                .contains("they are trained without an evaluation", "not tested: history is too short, provisional")
                .doesNotContain("\tat ");
        market.train("b");
        assertThat(market.versions())
                .filteredOn(version -> version.standing() == Standing.STORED)
                .hasSize(2);
    }

    @Test
    void barsThatAreNotFinalOrNotAdjustedOrQuarantinedNeverEnter() {
        market.with(MARKET).train("a");
        LocalDate after = MARKET.dates().get(219).plusDays(4);
        for (int i = 0; i < 20; i++) {
            List<DailyBar> bars = new ArrayList<>(MARKET.bars(i));
            bars.add(new DailyBar(after, 1, 9, 1, 8, 8, 5, false));
            DailyBar bad = new DailyBar(after.plusDays(1), 1, 900, 1, 800, 800, 5, true);
            market.with(MARKET.names().get(i).name(), bars, new QuarantinedBar(bad, Defect.DUPLICATE_DATE));
        }
        List<DailyBar> raw = MARKET.bars(0).stream().map(DailyBar::asTraded).toList();
        market.with("RAW", raw).train("b");

        assertThat(market.versions())
                .extracting(version -> version.manifest().training().data())
                .hasSize(4)
                .containsOnly(market.versions().get(0).manifest().training().data());
    }

    private void assertSkipped(CapturedOutput output, String reason) {
        assertThat(market.train("a").exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(output.getErr().lines().filter(line -> line.contains("Training skipped")))
                .singleElement()
                .asString()
                .contains("WARN", "Training skipped: ", reason);
        assertThat(output.getErr()).doesNotContain("\tat ");
        assertThat(market.versions()).isEmpty();
        assertThat(market.jdbc()
                        .sql("select status || ' ' || exit_code from batch_job_execution")
                        .query(String.class)
                        .single())
                .isEqualTo("COMPLETED SKIPPED");
    }

    private static List<DailyBar> constant(List<LocalDate> dates) {
        return dates.stream()
                .map(date -> new DailyBar(date, 10, 10, 10, 10, 10, 1000, true))
                .toList();
    }
}
