package io.openalpha.market.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.market.BarReader;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import io.openalpha.market.transfer.BarImport.Imported;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class BarTransferTests {

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(2999, 1, 1);
    private static final String HEADER = "symbol,date,open,high,low,close,adjusted_close,volume\n";

    @TempDir
    private Path folder;

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final AnnotationConfigApplicationContext context = context();

    private AnnotationConfigApplicationContext context() {
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        beans.getBeanFactory().registerSingleton("jdbcTemplate", jdbc);
        beans.getBeanFactory().registerSingleton("jdbcClient", JdbcClient.create(jdbc));
        beans.getBeanFactory()
                .registerSingleton("transactionManager", new JdbcTransactionManager(database.dataSource()));
        beans.getBeanFactory().registerSingleton("clock", Clock.systemUTC());
        beans.register(MarketConfiguration.class, TransferConfiguration.class);
        beans.refresh();
        return beans;
    }

    private Imported imported(String text) throws IOException {
        return imported(text, ImportOptions.REPLACE);
    }

    private Imported imported(String text, ImportOptions options) throws IOException {
        return context.getBean(BarImport.class).run(Files.writeString(folder.resolve("bars.csv"), text), options);
    }

    private List<StoredBar> stored() {
        try (Stream<StoredBar> bars = context.getBean(BarReader.class).stream(List.of(), EVER, NEVER)) {
            return bars.map(bar -> new StoredBar(bar.symbol(), bar.bar(), bar.source(), Instant.EPOCH))
                    .toList();
        }
    }

    @Test
    void importsTheSameFileTwiceAsIfOnce() throws IOException {
        String text = HEADER + "MSFT,2020-01-03,10,11,9,10.5,10.1,100\nMSFT,2020-01-02,10,11,9,10,9.6,200\n";
        imported(text);
        List<StoredBar> once = stored();

        assertThat(imported(text)).isEqualTo(new Imported(1, 2, 0, 2, List.of()));
        assertThat(stored())
                .isEqualTo(once)
                .extracting(row -> row.bar().close())
                .containsExactly(10.0, 10.5);
    }

    @ParameterizedTest
    @EnumSource
    void exportsWhatItImportsBackUnchanged(ExportFormat format) throws IOException {
        imported(HEADER
                + "MSFT,2019-12-31,10,11,9,10.5,10.1,100\n"
                + "MSFT,2020-01-02,10,11,9,10.5,10.1,100\n"
                + "AAPL,2020-01-02,0.1,0.3,0.1,0.2,0.123456789,200\n"
                + "TSLA,2020-01-02,10,11,9,10,,7\n");
        List<StoredBar> before = stored();
        long count = context.getBean(BarExport.class).run(format, folder.resolve("out"), List.of(), EVER, NEVER);
        JdbcClient.create(database.dataSource())
                .sql("truncate daily_bar, bar_series")
                .update();

        assertThat(count).isEqualTo(4);
        context.getBean(BarImport.class).run(folder.resolve("out"), ImportOptions.REPLACE);
        assertThat(stored()).isEqualTo(before);
    }

    /** All that is stored, as an empty database must hold it after an export and an import. */
    private Map<String, String> everything() {
        Map<String, String> all = new TreeMap<>();
        for (String table : List.of(
                "bar_series",
                "corporate_action",
                "bar_gap",
                "bar_quarantine",
                "bar_repair",
                "bar_conflict",
                "accepted_conflict")) {
            all.put(table, rows("select * from " + table));
        }
        all.put("daily_bar", rows("select symbol, date, close, adjusted_close, volume, final, source from daily_bar"));
        all.put("symbol", rows("select name, title, sector, exchange, currency from symbol where title is not null"));
        return all;
    }

    private String rows(String query) {
        return JdbcClient.create(database.dataSource())
                .sql("select coalesce(string_agg(q::text, e'\\n' order by q::text), '') from (%s) q".formatted(query))
                .query(String.class)
                .single();
    }

    private void execute(String sql) {
        new JdbcTemplate(database.dataSource()).execute(sql);
    }

    private void storeTwoMarkets() throws IOException {
        imported(HEADER.replace("\n", ",source\n")
                + "VOD.L,2019-12-31,1.5,1.6,1.4,1.55,1.5,100,yahoo\n"
                + "VOD.L,2020-01-02,1.5,1.6,1.4,1.5,1.5,100,alphavantage\n"
                + "AAPL,2020-01-02,0.1,0.3,0.1,0.2,0.123456789,200,\"a broker, mine\"\n"
                + "AAPL,2020-01-03,10,9,11,10,10,7,yahoo\n");
        execute("""
                update bar_series set exchange = 'LSE', currency = 'GBP', zone = 'Europe/London', gaps_from = null
                    where symbol = 'VOD.L';
                update symbol set title = 'Vodafone, "Group"', sector = 'Telecom', exchange = 'LSE', currency = 'GBP'
                    where name = 'VOD.L';
                insert into corporate_action values ('VOD.L', '2019-12-31', 'dividend', 0.045, 1, 'yahoo'),
                    ('VOD.L', '2020-01-02', 'split', 6, 11, 'alphavantage'), ('AAPL', '2020-01-02', 'split', 4, 1, 'yahoo');
                insert into bar_gap values ('VOD.L', '2020-01-01', 2, '2020-01-05 01:02:03.456789Z', null);
                insert into bar_repair values
                    ('VOD.L', '2020-01-02', 'dividend_unit', null, null, null, null, null, null, 4.5, 'yahoo', '2020-01-05 01:00Z'),
                    ('VOD.L', '2020-01-02', 'change_of_unit', 150, 160, 140, 150, 150, 7, null, 'yahoo', '2020-01-05 01:00Z');
                insert into bar_conflict values ('VOD.L', 'shorter', '2 bars from 2019-12-31 to 2020-01-02', '0 of these days',
                    'yahoo', '2020-01-05 01:00Z', '2020-01-06 01:00Z');
                insert into accepted_conflict values ('VOD.L', 'adjusted_step', '2020-01-02');
                insert into symbol (name) values ('BARE') on conflict do nothing;
                insert into bar_series values ('BARE', 'LSE', 'GBP', 'Europe/London', true, '2020-01-01', '2020-02-01',
                    '2020-02-01 01:00Z')""");
    }

    @ParameterizedTest
    @EnumSource
    void restoresAllThatBelongsToTheBarsFromAnExport(ExportFormat format) throws IOException {
        storeTwoMarkets();
        Map<String, String> before = everything();
        export(format, "one");
        execute("truncate daily_bar, bar_series, corporate_action, bar_gap, bar_quarantine, bar_repair, bar_conflict,"
                + " accepted_conflict;"
                + " update symbol set title = null, sector = null, exchange = null, currency = null"
                + " where name = 'VOD.L'");

        Imported imported = context.getBean(BarImport.class).run(folder.resolve("one"), ImportOptions.REPLACE);

        assertThat(imported).isEqualTo(new Imported(3, 3, 0, 0, List.of()));
        assertThat(everything()).isEqualTo(before);
        export(format, "two");
        assertThat(contents("two")).isEqualTo(contents("one")).hasSize(9);
    }

    private long export(ExportFormat format, String name) {
        return context.getBean(BarExport.class).run(format, folder.resolve(name), List.of(), EVER, NEVER);
    }

    private Map<String, String> contents(String name) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Path parent = folder.resolve(name);
        try (Stream<Path> files = Files.walk(parent)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(parent.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    @Test
    void erasesNoBarsOfASymbolThatAnExportHasWithoutAnyUnlessTold() throws IOException {
        storeTwoMarkets();
        export(ExportFormat.CSV, "out");
        StringBuilder bare = new StringBuilder(HEADER);
        // The 4th and 5th are a weekend.
        for (int day = 1; day <= 9; day++) {
            bare.append("BARE,2020-01-0%1$s,10,11,9,10.%1$s,10.%1$s,2%1$s\n".formatted(day));
        }
        imported(bare.toString());

        assertThatThrownBy(() -> context.getBean(BarImport.class).run(folder.resolve("out"), ImportOptions.REPLACE))
                .hasMessageStartingWith(
                        "BARE is in conflict with what is stored or with itself, shorter: stored are 7 bars")
                .hasMessageContaining("the file has 0 of these days");

        context.getBean(BarImport.class)
                .run(
                        folder.resolve("out"),
                        new ImportOptions(null, /* merge= */ false, /* dryRun= */ false, /* accept= */ true));
        assertThat(stored()).noneMatch(row -> row.symbol().name().equals("BARE"));
    }

    @Test
    void importsAnExportOfASeriesWhoseContradictionAPersonHasAccepted() throws IOException {
        StringBuilder days = new StringBuilder(HEADER);
        for (int day = 1; day <= 28; day++) {
            int unit = day < 15 ? 100 : 1;
            days.append(String.format(
                    Locale.ROOT,
                    "MSFT,2020-01-%1$02d,%2$d0,%2$d1,%2$d0,%2$d0.%1$02d,%2$d0.%1$02d,2%1$02d%n",
                    day,
                    unit));
        }
        ImportOptions accept = new ImportOptions(null, /* merge= */ false, /* dryRun= */ false, /* accept= */ true);
        assertThatThrownBy(() -> imported(days.toString())).hasMessageContaining("change_of_unit");
        assertThat(imported(days.toString(), accept)).isEqualTo(new Imported(1, 28, 0, 0, List.of()));
        List<StoredBar> before = stored();

        assertThat(imported(days.toString())).isEqualTo(new Imported(1, 28, 0, 28, List.of()));
        export(ExportFormat.CSV, "out");
        execute("truncate daily_bar, bar_series, accepted_conflict");
        assertThat(context.getBean(BarImport.class).run(folder.resolve("out"), ImportOptions.REPLACE))
                .isEqualTo(new Imported(1, 28, 0, 0, List.of()));

        assertThat(stored()).isEqualTo(before);
        assertThat(rows("select * from accepted_conflict")).isEqualTo("(MSFT,change_of_unit,2020-01-15)");
    }

    @Test
    void exportsOfAPartOnlyWhatBelongsToIt() throws IOException {
        storeTwoMarkets();
        context.getBean(BarExport.class)
                .run(
                        ExportFormat.CSV,
                        folder.resolve("part"),
                        List.of(new Symbol("VOD.L")),
                        LocalDate.of(2020, 1, 1),
                        NEVER);

        assertThat(contents("part")).hasSize(8);
        assertThat(contents("part").get("_series.csv"))
                .startsWith("symbol,name,sector,exchange,currency,zone,adjusted,since,until,asked_at,gaps_from\n"
                        + "VOD.L,\"Vodafone, \"\"Group\"\"\","
                        + "Telecom,LSE,GBP,Europe/London,true,2020-01-01,2020-01-02,20")
                .hasLineCount(2);
        assertThat(contents("part"))
                .containsEntry(
                        "_actions.csv",
                        "symbol,date,kind,value,per,source\nVOD.L,2020-01-02,split,6.0,11.0,alphavantage\n");
    }

    @Test
    void leavesNothingOfAnEarlierExport() throws IOException {
        storeTwoMarkets();
        export(ExportFormat.CSV, "out");
        execute("delete from daily_bar where date < '2020-01-01'");

        export(ExportFormat.PARQUET, "out");

        assertThat(contents("out").keySet())
                .containsExactly(
                        "_accepted.parquet",
                        "_actions.parquet",
                        "_conflicts.parquet",
                        "_gaps.parquet",
                        "_quarantine.parquet",
                        "_repairs.parquet",
                        "_series.parquet",
                        "year=2020/bars.parquet");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("bars.csv", "out");
        }
    }

    @Test
    void takesNoFolderThatHoldsAnythingElse() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("home/year=2020")).resolve("thesis.odt");
        Files.writeString(mine, "three years of work");

        assertThatThrownBy(() -> export(ExportFormat.CSV, "home"))
                .isInstanceOf(BarFileException.class)
                .hasMessageContaining("such as thesis.odt");
        assertThat(mine).hasContent("three years of work");
    }

    @Test
    void saysWhyAnExportCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> export(ExportFormat.CSV, "file/out"))
                .isInstanceOf(ExportFailedException.class)
                .hasMessageStartingWith(folder.resolve("file/out") + " cannot be written: ");
    }

    @Test
    void importsNoFolderThatHasTheSameBarsTwice() throws IOException {
        imported(HEADER + "MSFT,2020-01-02,10,11,9,10,9.6,200\n");
        export(ExportFormat.CSV, "out");
        Files.copy(folder.resolve("out/year=2020/bars.csv"), folder.resolve("out/year=2020/bars.parquet"));

        assertThatThrownBy(() -> context.getBean(BarImport.class).run(folder.resolve("out"), ImportOptions.REPLACE))
                .isInstanceOf(BarFileException.class)
                .hasMessageContaining("would be the same bars twice");
    }

    @Test
    void mergesTheDaysOfAFileWithTheOthers() throws IOException {
        imported(HEADER + "MSFT,2020-01-02,10,11,9,10,9.6,200\nMSFT,2020-01-03,10,11,9,10.5,10.1,100\n");

        Imported imported = imported(
                HEADER + "MSFT,2020-01-03,10,11,9,10.75,10.75,300\nMSFT,2020-01-06,10,11,9,10.8,10.8,400\n",
                new ImportOptions(null, /* merge= */ true, /* dryRun= */ false, /* accept= */ false));

        assertThat(imported).isEqualTo(new Imported(1, 2, 0, 1, List.of()));
        assertThat(stored()).extracting(row -> row.bar().close()).containsExactly(10.0, 10.75, 10.8);
        assertThat(rows("select since, until from bar_series")).isEqualTo("(2020-01-02,2020-01-06)");
    }

    @Test
    void mergesNoBarsOfAnotherKind() throws IOException {
        imported(HEADER + "MSFT,2020-01-02,10,11,9,10,9.6,200\n");
        ImportOptions merge = new ImportOptions(null, /* merge= */ true, /* dryRun= */ false, /* accept= */ false);

        assertThatThrownBy(() -> imported(HEADER + "MSFT,2020-01-03,10,11,9,10.5,,100\n", merge))
                .hasMessage("MSFT is stored with adjusted_close and cannot be merged with bars without it");
        assertThatThrownBy(() -> imported(
                        HEADER.replace("volume", "volume,split_coefficient") + "MSFT,2020-01-03,10,11,9,10,10,100,2\n",
                        merge))
                .hasMessageContaining("prices as traded cannot be merged");
        assertThat(stored()).hasSize(1);
    }

    @Test
    void saysWhatWouldHappenAndStoresNothing() throws IOException {
        imported(HEADER + "MSFT,2020-01-02,10,11,9,10,9.6,200\n");
        Map<String, String> before = everything();

        assertThat(imported(
                        HEADER + "MSFT,2020-01-03,10,11,9,10.5,10.1,100\nNEW,2020-01-03,10,11,9,10.5,10.1,100\n",
                        new ImportOptions(null, /* merge= */ false, /* dryRun= */ true, /* accept= */ false)))
                .isEqualTo(new Imported(2, 2, 0, 1, List.of()));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void leavesOutASymbolInConflictAndImportsTheOthers() throws IOException {
        imported(HEADER + "MSFT,2020-01-02,10,11,9,10,9.6,200\nGOOD,2020-01-02,10,11,9,10,9.6,200\n");
        String file = HEADER + "MSFT,2020-01-02,1000,1100,900,1000,960,200\n"
                + "GOOD,2020-01-02,10,11,9,10,9.6,200\nGOOD,2020-01-03,10,11,9,10.5,10.1,100\n";

        Imported done = imported(file);

        assertThat(done.symbols()).isEqualTo(1);
        assertThat(done.bars()).isEqualTo(2);
        assertThat(done.replaced()).isEqualTo(1);
        assertThat(done.leftOut())
                .singleElement()
                .asString()
                .startsWith("MSFT is in conflict with what is stored or with itself, hundredfold");
        assertThat(stored())
                .filteredOn(row -> row.symbol().name().equals("MSFT"))
                .singleElement()
                .satisfies(row -> assertThat(row.bar().close()).isEqualTo(10));
        assertThat(everything().toString()).contains("MSFT").contains("hundredfold");
    }

    @Test
    void replacesALongHistoryByAShorterOneOnlyWhenTold() throws IOException {
        StringBuilder days = new StringBuilder(HEADER);
        for (int day = 1; day <= 28; day++) {
            days.append(String.format(Locale.ROOT, "MSFT,2020-01-%1$02d,10,11,9,10.%1$02d,10.%1$02d,2%1$02d%n", day));
        }
        assertThat(imported(days.toString())).isEqualTo(new Imported(1, 28, 0, 0, List.of()));
        String shorter =
                HEADER + "MSFT,2020-01-03,10,11,9,10.03,10.03,203\n" + "MSFT,2020-01-28,10,11,9,10.28,10.28,228\n";

        assertThatThrownBy(() -> imported(shorter, ImportOptions.REPLACE))
                .isInstanceOf(BarFileException.class)
                .hasMessageStartingWith("MSFT is in conflict with what is stored or with itself, shorter")
                .hasMessageEndingWith("--accept imports it all the same");
        assertThat(stored()).hasSize(28);
        imported(shorter, new ImportOptions(null, /* merge= */ false, /* dryRun= */ false, /* accept= */ true));
        assertThat(stored()).hasSize(2);
    }

    @Test
    void putsDaysThatCannotBeInQuarantine() throws IOException {
        Imported imported = imported(HEADER
                + "MSFT,1799-01-02,10,11,9,10,10,200\n"
                + "MSFT,2020-01-02,10,11,9,10,10,200\n"
                + "MSFT,2100-01-04,10,11,9,10,10,200\n");

        assertThat(imported).isEqualTo(new Imported(1, 1, 2, 0, List.of()));
    }

    @Test
    void takesTheSymbolThatAFileDoesNotName() throws IOException {
        ImportOptions ibm =
                new ImportOptions(new Symbol("IBM"), /* merge= */ false, /* dryRun= */ false, /* accept= */ false);

        imported("timestamp,open,high,low,close,volume\n2020-01-03,10,11,9,10.5,100\n2020-01-02,10,11,9,10,200\n", ibm);

        assertThat(stored()).extracting(StoredBar::symbol).containsExactly(new Symbol("IBM"), new Symbol("IBM"));
        assertThatThrownBy(() -> imported(HEADER + "MSFT,2020-01-02,10,11,9,10,9.6,200\n", ibm))
                .hasMessageEndingWith("line 2: symbol 'MSFT' is not the IBM of --symbol");
    }

    @Test
    void importsNothingOfAFileWithAWrongLineAndNamesTheLine() {
        assertThatThrownBy(() ->
                        imported(HEADER + "MSFT,2020-01-03,10,11,9,10.5,10.1,100\nMSFT,2020-01-06,x,11,9,10,10,1\n"))
                .isInstanceOf(BarFileException.class)
                .hasMessageEndingWith("bars.csv, line 3: open 'x' is not a number");
        assertThatThrownBy(() -> imported("symbol,date,open\nMSFT,2020-01-03,10\n"))
                .hasMessageContaining("line 1: column 'high' is missing");
        assertThat(stored()).isEmpty();
    }

    @Test
    void quarantinesWhatTheChecksOfABackfillWould() throws IOException {
        Imported imported = imported(HEADER + "MSFT,2020-01-02,10,9,11,10,10,100\nMSFT,2020-01-03,10,11,9,10,10,100\n"
                + "MSFT,2020-01-03,10,11,9,10.5,10.5,100\n");

        assertThat(imported).isEqualTo(new Imported(1, 1, 2, 0, List.of()));
        assertThat(stored()).extracting(row -> row.bar().close()).containsExactly(10.5);
    }

    @Test
    void adjustsPricesAsTradedForTheirSplitsAndKeepsTheActions() throws IOException {
        imported("""
                symbol,timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient
                X,2020-01-02,400,404,396,400,49,100,0.0,1.0
                X,2020-01-03,400,404,396,400,49.5,100,4.0,1.0
                X,2020-01-06,100,101,99,100,50,400,0.0,4.0
                """);

        assertThat(stored())
                .extracting(StoredBar::bar)
                .containsExactly(
                        new DailyBar(LocalDate.of(2020, 1, 2), 100, 101, 99, 100, 98, 400, true),
                        new DailyBar(LocalDate.of(2020, 1, 3), 100, 101, 99, 100, 99, 400, true),
                        new DailyBar(LocalDate.of(2020, 1, 6), 100, 101, 99, 100, 100, 400, true));
        assertThat(context.getBean(BarReader.class).actions(new Symbol("X")))
                .containsExactly(
                        CorporateAction.dividend(LocalDate.of(2020, 1, 3), 1),
                        CorporateAction.split(LocalDate.of(2020, 1, 6), 4, 1));
    }

    @Test
    void findsLittleToQuarantineInTenYearsOfRealShares() throws IOException {
        Path real =
                Path.of(System.getProperty("openalpha.shared", "../shared"), "history/sp500_daily_2005_2014.csv.gz");
        assumeThat(real).exists();
        Path part = folder.resolve("part.csv");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(real)), StandardCharsets.UTF_8))) {
            Files.write(part, lines.lines().limit(60_000).toList());
        }

        Imported imported = context.getBean(BarImport.class).run(part, ImportOptions.REPLACE);

        assertThat(imported.bars() + imported.quarantined()).isEqualTo(59_999);
        assertThat(imported.quarantined()).isLessThan(60);
        assertThat(stored()).hasSize((int) imported.bars());
    }
}
