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
        return context.getBean(BarImport.class).run(Files.writeString(folder.resolve("bars.csv"), text));
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

        assertThat(imported(text)).isEqualTo(new Imported(1, 2, 0));
        assertThat(stored())
                .isEqualTo(once)
                .extracting(row -> row.bar().close())
                .containsExactly(10.0, 10.5);
    }

    @ParameterizedTest
    @EnumSource
    void exportsWhatItImportsBackUnchanged(ExportFormat format) throws IOException {
        imported(HEADER
                + "MSFT,2019-12-31,10,11,9,10.5,10.1,100\nMSFT,2020-01-02,10,11,9,10.5,10.1,100\nAAPL,2020-01-02,0.1,0.3,0.1,0.2,0.123456789,200\n"
                + "TSLA,2020-01-02,10,11,9,10,,7\n");
        List<StoredBar> before = stored();
        long count = context.getBean(BarExport.class).run(format, folder.resolve("out"), List.of(), EVER, NEVER);
        JdbcClient.create(database.dataSource())
                .sql("truncate daily_bar, bar_series")
                .update();

        assertThat(count).isEqualTo(4);
        context.getBean(BarImport.class).run(folder.resolve("out"));
        assertThat(stored()).isEqualTo(before);
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

        assertThat(imported).isEqualTo(new Imported(1, 1, 2));
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

        Imported imported = context.getBean(BarImport.class).run(part);

        assertThat(imported.bars() + imported.quarantined()).isEqualTo(59_999);
        assertThat(imported.quarantined()).isLessThan(60);
        assertThat(stored()).hasSize((int) imported.bars());
    }
}
