package io.openalpha.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.market.Instrument;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class SymbolsCommandTests {

    @TempDir
    private Path folder;

    @AutoClose
    private final TestDatabase database = TestDatabase.empty();

    @AutoClose
    private final Surroundings surroundings = new Surroundings();

    @BeforeEach
    void connect() {
        surroundings.with(database);
    }

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("mine.csv");
    }

    @Test
    void listsWhatIsBundledAtTheFirstStart() {
        CommandRun run = CommandRun.of("symbols", "list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .hasSizeGreaterThan(500)
                .startsWith(
                        "SYMBOL  ENABLED  SECTOR                  NAME",
                        "A       yes      Health Care             Agilent Technologies",
                        "AAPL    yes      Information Technology  Apple Inc.")
                .anyMatch(line -> line.startsWith("BRK.B ") && line.contains("Berkshire Hathaway"));
    }

    @Test
    void disablesAndEnables() {
        assertThat(CommandRun.of("symbols", "disable", "aapl", "MSFT").exitCode())
                .isZero();
        assertThat(CommandRun.of("symbols", "enable", "MSFT").exitCode()).isZero();

        assertThat(CommandRun.of("symbols", "list").out()).containsPattern("AAPL +no ");
        assertThat(CommandRun.of("symbols", "list", "--enabled").out())
                .doesNotContainPattern("(?m)^AAPL ")
                .containsPattern("(?m)^MSFT +yes ");
    }

    @Test
    void changesNothingWhenOneSymbolIsUnknown() {
        assertThat(CommandRun.of("symbols", "disable", "MSFT", "NOPE.X", "ANOTHER"))
                .isEqualTo(new CommandRun(
                        2, "", "openalpha: no such symbols: ANOTHER, NOPE.X; 'symbols add' adds them%n".formatted()));
        assertThat(CommandRun.of("symbols", "list", "--enabled").out()).containsPattern("(?m)^MSFT ");
    }

    @Test
    void addsSymbols() {
        assertThat(CommandRun.of("symbols", "add", "all.ax", "BTC-USD").exitCode())
                .isZero();

        assertThat(known()).contains("ALL.AX", "BTC-USD");
    }

    @Test
    void importsTheGoodLinesAndNamesTheBadOnes() throws IOException {
        Files.writeString(file, "\uFEFFTicker,Security\nALL.AX,Aristocrat\nA B,Bad\n\nall.ax,Again\n7203.T,Toyota\n");

        CommandRun run = CommandRun.of("symbols", "import", file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("Imported 2 symbols, skipped 3 lines%n".formatted());
        assertThat(run.err().lines())
                .containsExactly(
                        file + ", line 3: symbol 'A B' has illegal characters: letters, digits and . - = ^ _ are"
                                + " allowed: skipped",
                        file + ", line 4: a symbol is empty: skipped",
                        file + ", line 5: symbol 'ALL.AX' is a duplicate: skipped");
        assertThat(universe().all(true))
                .contains(
                        Instrument.listed(new Symbol("ALL.AX"), "Aristocrat", null),
                        Instrument.listed(new Symbol("7203.T"), "Toyota", null));
    }

    @Test
    void importsManySymbolsAtOnce() throws IOException {
        Files.write(
                file,
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "N" + i + ",Company " + i)
                        .toList());
        Files.writeString(file, "symbol,name\n" + Files.readString(file));

        CommandRun run = CommandRun.of("symbols", "import", file.toString());

        assertThat(run.out()).isEqualTo("Imported 100000 symbols, skipped 0 lines%n".formatted());
        assertThat(universe().all(true)).contains(Instrument.listed(new Symbol("N99999"), "Company 99999", null));
    }

    @Test
    void refusesAHeaderWithoutAColumnOfSymbols() throws IOException {
        Files.writeString(file, "ISIN,Name\nUS0378331005,Apple\n");

        assertImportRefused(
                file + " cannot be read: line 1 has the names of columns, but none is 'symbol' or 'ticker'");
        CommandRun.of("migrate");
        assertThat(known()).doesNotContain("ISIN");
    }

    @Test
    void importsNothingWithoutAGoodLine() throws IOException {
        Files.writeString(file, "symbol\n$$$\n");

        CommandRun run = CommandRun.of("symbols", "import", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("line 2: symbol '$$$'", "openalpha: " + file + " has no good symbol: nothing was imported");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Files.createFile(file);

        assertImportRefused(file + " has no good symbol: nothing was imported");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertImportRefused("there is no file " + file);
    }

    @Test
    void refusesAFolder() throws IOException {
        Files.createDirectory(file);

        assertImportRefused(file + " cannot be read: Is a directory");
    }

    @Test
    void refusesABinaryFile() throws IOException {
        Files.write(file, new byte[] {'A', '\n', (byte) 0x89, (byte) 0xFF, 0, 1});

        assertImportRefused(file + " is not UTF-8 text");
    }

    @Test
    void refusesAFileWithAnOpenQuotationMark() throws IOException {
        Files.write(file, "symbol,name\nAAPL,\"Apple\nMSFT,Microsoft\n".getBytes(UTF_8));

        CommandRun run = CommandRun.of("symbols", "import", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("openalpha: " + file + " cannot be read: ")
                .doesNotContain("\tat ");
    }

    private void assertImportRefused(String message) {
        assertThat(CommandRun.of("symbols", "import", file.toString()))
                .isEqualTo(new CommandRun(2, "", "openalpha: %s%n".formatted(message)));
    }

    private Universe universe() {
        return new Universe(JdbcClient.create(database.dataSource()));
    }

    private List<String> known() {
        return universe().all(true).stream()
                .map(instrument -> instrument.symbol().name())
                .toList();
    }
}
