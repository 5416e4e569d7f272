package io.openalpha.jobs.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunEnd;
import io.openalpha.simulator.QuotaOrders;
import io.openalpha.source.Mutation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Asks both jobs for many symbols of which all but one are answered with damaged bodies: quotes, whole histories, and
 * days that follow stored ones. -Dopenalpha.mutations says how many of each, of either source.
 */
class MutatedAnswersIntegrationTests {

    private static final String EVENING = "2026-11-10T23:30:00Z";
    private static final String WEEK_LATER = "2026-11-17T23:30:00Z";
    private static final int AT_ONCE = 500;

    private static final String[] TABLES = {
        "daily_bar",
        "bar_series",
        "bar_quarantine",
        "bar_gap",
        "bar_repair",
        "bar_restatement",
        "bar_conflict",
        "corporate_action",
        "quote",
        "collection_failure"
    };

    private final int mutations = Integer.getInteger("openalpha.mutations", 170);
    private final long seed = Long.getLong("openalpha.mutations.seed", 20260303);
    private final TreeMap<String, Integer> figures = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"yahoo, /v8/", "alphavantage, /query"})
    void aDamagedAnswerCostsItsOwnSymbolAndChangesNothingSilently(String source, String path) throws Exception {
        try (MutatedSources sources = new MutatedSources();
                BackfillMarket market = market(sources, source)) {
            sources.passOn(market.simulator().yahooUrl(), path);
            for (int done = 0; done < mutations; done += AT_ONCE) {
                List<Symbol> symbols = symbols(source, done, Math.min(AT_ONCE, mutations - done));
                collect(market, sources, symbols, seed + done);
                backfill(market, sources, symbols, seed + done);
            }
        }
        System.out.printf("%s, seed %s: %s%n", source, seed, figures);
        assertThat(violations).isEmpty();
    }

    /** A source that garbles every answer would rightly be left alone; here it is asked on. */
    private static BackfillMarket market(MutatedSources sources, String preferred) throws Exception {
        BackfillMarket market = new BackfillMarket(
                BackfillMarket.YAHOO + sources.uri(),
                BackfillMarket.ALPHA_VANTAGE + sources.uri(),
                "--openalpha.source.preferred=" + preferred,
                "--openalpha.source.alphavantage.api-key=" + BackfillMarket.KEY,
                "--openalpha.source.alphavantage.calls-per-second=1000000",
                "--openalpha.source.alphavantage.calls-per-minute=1000000",
                "--openalpha.source.alphavantage.calls-per-day=1000000",
                "--openalpha.source.breaker.failures=1000000",
                "--openalpha.source.retry.attempts=1",
                "--openalpha.backfill.history=60d",
                "--openalpha.backfill.max-failed-share=1",
                "--openalpha.collection.max-failed-share=1");
        market.order(market.orders().withQuota(QuotaOrders.free().withLimits(0, 0, 0)));
        return market.at(EVENING);
    }

    /** Of several currencies and units where the source has them; the middle one is healthy. */
    private static List<Symbol> symbols(String source, int first, int count) {
        List<String> suffixes = source.equals("yahoo") ? List.of("", ".L", ".AX", "-USD") : List.of("");
        return IntStream.rangeClosed(first, first + count)
                .mapToObj(number -> new Symbol(letters(number) + suffixes.get(number % suffixes.size())))
                .toList();
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder("M");
        for (int rest = number, i = 0; i < 3; i++, rest /= 26) {
            letters.insert(1, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    private void damage(MutatedSources sources, List<Symbol> symbols, long withSeed) {
        Set<String> damaged = new HashSet<>(symbols.stream().map(Symbol::name).toList());
        damaged.remove(healthy(symbols));
        sources.damage(damaged, withSeed);
    }

    private static String healthy(List<Symbol> symbols) {
        return symbols.get(symbols.size() / 2).name();
    }

    private void collect(BackfillMarket market, MutatedSources sources, List<Symbol> symbols, long withSeed)
            throws Exception {
        forget(market);
        sources.damageNothing();
        market.collect(symbols);
        Map<String, String> before = quotes(market);
        forget(market);
        damage(sources, symbols, withSeed);
        RunEnd end = market.collect(symbols);
        Map<String, String> after = quotes(market);
        judge("collect", market, symbols, end, after.keySet());
        String healthy = healthy(symbols);
        require(
                Objects.equals(before.get(healthy), after.get(healthy)) && after.containsKey(healthy),
                "collect: the neighbour is lost");
        after.forEach((symbol, quote) -> {
            if (!quote.equals(before.get(symbol))) {
                boolean said = sources.sent(symbol).stream().anyMatch(body -> says(body, quote));
                count("collect changed as said", said ? 1 : 0);
                require(said, "collect: %s is stored of %s".formatted(quote, sources.sent(symbol)));
            }
        });
    }

    /** @param quote second, day, price and more of it, separated by spaces */
    private static boolean says(String body, String quote) {
        String[] parts = quote.split(" ", -1);
        BigDecimal price = new BigDecimal(parts[2]);
        return (body.contains(parts[0]) || body.contains(parts[1]))
                && Mutation.numbersIn(body).stream()
                        .map(Float::parseFloat)
                        .filter(Float::isFinite)
                        .map(number -> new BigDecimal(Float.toString(number)))
                        .flatMap(number -> Stream.of(number, number.movePointLeft(2)))
                        .anyMatch(number -> number.subtract(price).abs().doubleValue() <= 1e-7 * price.doubleValue());
    }

    private static Map<String, String> quotes(BackfillMarket market) {
        Map<String, String> quotes = new HashMap<>();
        market.table("select symbol, concat_ws(' ', extract(epoch from at)::bigint, at::date, price, volume,"
                        + " currency, source) as said from quote")
                .forEach(quote -> quotes.put(String.valueOf(quote.get("symbol")), String.valueOf(quote.get("said"))));
        return quotes;
    }

    private void backfill(BackfillMarket market, MutatedSources sources, List<Symbol> symbols, long withSeed)
            throws Exception {
        String[] names = symbols.stream().map(Symbol::name).toArray(String[]::new);
        sources.damageNothing();
        forget(market.at(WEEK_LATER));
        market.backfill(names);
        Map<String, Map<LocalDate, DailyBar>> later = bars(market, names);
        forget(market.at(EVENING));
        market.backfill(names);
        Map<String, Map<LocalDate, DailyBar>> now = bars(market, names);

        damage(sources, symbols, withSeed);
        market.at(WEEK_LATER);
        RunEnd end = market.backfill(names);
        judge("update", market, symbols, end, had(market));
        compare("update", market, sources, names, later, now);

        forget(market.at(EVENING));
        damage(sources, symbols, withSeed + 1);
        end = market.backfill(names);
        judge("backfill", market, symbols, end, had(market));
        compare("backfill", market, sources, names, now, Map.of());
    }

    private static Set<String> had(BackfillMarket market) {
        Set<String> had = new HashSet<>();
        market.table("select symbol from bar_series where symbol not in (select symbol from collection_failure)")
                .forEach(row -> had.add(String.valueOf(row.get("symbol"))));
        return had;
    }

    private void compare(
            String job,
            BackfillMarket market,
            MutatedSources sources,
            String[] names,
            Map<String, Map<LocalDate, DailyBar>> truth,
            Map<String, Map<LocalDate, DailyBar>> before) {
        Set<String> reported = reported(market);
        Map<String, Map<LocalDate, DailyBar>> after = bars(market, names);
        String healthy = names[names.length / 2];
        Map<LocalDate, DailyBar> there = after.getOrDefault(healthy, Map.of());
        require(
                there.entrySet()
                                .containsAll(
                                        truth.getOrDefault(healthy, Map.of()).entrySet())
                        && there.keySet()
                                .containsAll(
                                        before.getOrDefault(healthy, Map.of()).keySet()),
                job + ": the neighbour is not as it should be");
        after.forEach((symbol, bars) -> bars.forEach((date, bar) -> {
            count(job + " bars", 1);
            DailyBar undamaged = truth.getOrDefault(symbol, Map.of()).get(date);
            DailyBar stored = before.getOrDefault(symbol, Map.of()).get(date);
            if (bar.equals(undamaged) || bar.equals(stored)) {
                return;
            }
            if (reported.contains(symbol) || reported.contains(symbol + date)) {
                count(job + " changed as reported", 1);
                return;
            }
            SaidBars bodies = new SaidBars(sources.sent(symbol));
            // A volume that a body lacks is that of the stored bar.
            boolean keepsVolume = stored != null && stored.volume() == bar.volume();
            boolean said = bodies.contain(bar) || (keepsVolume && bodies.contain(withoutVolume(bar)));
            count(job + " changed as said", said ? 1 : 0);
            String change = "%s: %s %s instead of %s".formatted(job, symbol, bar, undamaged);
            require(said, change + " by " + sources.sent(symbol));
        }));
        before.forEach((symbol, bars) -> bars.forEach((date, bar) -> {
            boolean kept = after.getOrDefault(symbol, Map.of()).containsKey(date);
            boolean told = reported.contains(symbol) || reported.contains(symbol + date);
            require(kept || told, "%s: %s of %s is lost".formatted(job, bar, symbol));
        }));
    }

    private static DailyBar withoutVolume(DailyBar bar) {
        return new DailyBar(
                bar.date(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.adjustedClose(),
                /* volume= */ 0,
                bar.isFinal(),
                bar.isAdjusted());
    }

    /** Symbols that are restated or in conflict, and days of symbols in quarantine or repaired. */
    private Set<String> reported(BackfillMarket market) {
        Set<String> reported = new HashSet<>();
        market.table("select symbol as told from bar_restatement union select symbol from bar_conflict"
                        + " union select symbol || date from bar_quarantine"
                        + " union select symbol || date from bar_repair")
                .forEach(row -> reported.add(String.valueOf(row.get("told"))));
        return reported;
    }

    private void judge(String job, BackfillMarket market, List<Symbol> symbols, RunEnd end, Set<String> had) {
        count(job + " mutants", symbols.size() - 1);
        count(job + " had", had.size() - 1);
        require(end.exitCode() == ExitCode.DONE, job + " ended: " + end.message());
        require(had.contains(healthy(symbols)), job + ": the neighbour is lost");
        int failed = 0;
        for (var row : market.table("select reason, count(*)::int as n from collection_failure group by 1")) {
            int number = Integer.parseInt(String.valueOf(row.get("n")));
            count(job + " failed " + row.get("reason"), number);
            failed += number;
        }
        require(
                had.size() + failed == symbols.size(),
                "%s: %s had and %s failed of %s: %s".formatted(job, had.size(), failed, symbols.size(), end.message()));
        for (String table : List.of("bar_quarantine", "bar_repair", "bar_conflict", "bar_restatement")) {
            count(job + " " + table, (int) market.rows(table));
        }
    }

    private static Map<String, Map<LocalDate, DailyBar>> bars(BackfillMarket market, String... names) {
        Map<String, Map<LocalDate, DailyBar>> bars = new HashMap<>();
        for (StoredBar row : market.bars(names)) {
            bars.computeIfAbsent(row.symbol().name(), name -> new TreeMap<>())
                    .put(row.bar().date(), row.bar());
        }
        return bars;
    }

    private static BackfillMarket forget(BackfillMarket market) {
        market.jdbc().sql("truncate " + String.join(", ", TABLES)).update();
        return market;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }

    private void count(String figure, int number) {
        figures.merge(figure, number, Integer::sum);
    }
}
