package io.openalpha.jobs.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.StoredBar;
import io.openalpha.simulator.MarketOrders;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class IncrementalRunsIntegrationTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    /** A run that asks for these days, at the evening of a day. */
    record Ask(int from, int days, int evening) {}

    @Provide
    Arbitrary<List<Ask>> asks() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 140),
                        Arbitraries.integers().between(7, 150),
                        Arbitraries.integers().between(150, 300))
                .as(Ask::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void endInTheSameTableAsOneFullRunWhateverTheirOrderAndOverlap(@ForAll("asks") List<Ask> asks) throws Exception {
        LocalDate since = asks.stream()
                .map(ask -> FIRST.plusDays(ask.from()))
                .min(LocalDate::compareTo)
                .orElseThrow();
        int evening = 0;
        try (BackfillMarket some = market();
                BackfillMarket once = market()) {
            for (Ask ask : asks) {
                evening = Math.max(evening, ask.evening());
                LocalDate from = FIRST.plusDays(ask.from());
                some.at(FIRST.plusDays(evening) + "T23:30:00Z")
                        .backfill(BackfillMarket.request(
                                from.toString(), from.plusDays(ask.days()).toString(), "AAPL", "ALL.AX", "JPM"));
            }
            some.backfill("AAPL", "ALL.AX", "JPM");
            once.order(some.orders());
            once.backfill(BackfillMarket.request(since.toString(), null, "AAPL", "ALL.AX", "JPM"));

            List<StoredBar> expected = once.bars();
            assertThat(some.bars()).isEqualTo(expected);
            String actions = "select symbol, date, kind, value, per from corporate_action order by 1, 2, 3";
            assertThat(some.table(actions)).isEqualTo(once.table(actions));
            String quarantine = "select symbol, date, reason from bar_quarantine order by 1, 2, 3";
            assertThat(some.table(quarantine)).isEqualTo(once.table(quarantine));
        }
    }

    private static BackfillMarket market() throws IOException {
        BackfillMarket market = new BackfillMarket();
        return market.with(MarketOrders.plain()
                .withShares(0, 0)
                .withEvents("AAPL split 3:1 on 2026-06-10", "JPM dividend 1.1 on 2026-07-15")
                .withDefects("AAPL jump on 2026-06-22", "JPM high-below-low on 2026-07-20"));
    }
}
