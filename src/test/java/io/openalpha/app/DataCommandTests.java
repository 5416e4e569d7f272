package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code data} and {@code bars}. */
class DataCommandTests {

    private static final String HEADER = "symbol,date,open,high,low,close,adjusted_close,volume,final,source\n";
    private static final String GOOD = HEADER
            + "AAPL,2023-12-29,190.5,192,189.25,191,190.75,1000,true,mine\n"
            + "AAPL,2024-01-02,191,193,190,192.5,192.25,1234567,true,mine\n"
            + "AAPL,2024-01-03,192,194,191,193.5,193.25,2000,false,mine\n";
    private static final String IMPOSSIBLE = "MSFT,2024-01-02,10,9,11,10,10,1,true,mine\n";

    @TempDir
    private Path folder;

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Surroundings surroundings = new Surroundings();

    @BeforeEach
    void connect() {
        surroundings.with(database);
    }

    @Test
    void importsAndPrintsCsvThatIsTheSame() throws IOException {
        assertThat(imported(GOOD).out()).contains("Imported 3 bars of 1 symbols, 0 more are in quarantine");

        assertThat(CommandRun.of("bars", "aapl", "--csv").out().split("\r\n"))
                .containsExactly(
                        "symbol,date,open,high,low,close,adjusted_close,volume,final,source",
                        "AAPL,2023-12-29,190.5,192.0,189.25,191.0,190.75,1000,true,mine",
                        "AAPL,2024-01-02,191.0,193.0,190.0,192.5,192.25,1234567,true,mine",
                        "AAPL,2024-01-03,192.0,194.0,191.0,193.5,193.25,2000,false,mine");
    }

    @Test
    void printsJsonOfTheDaysAskedFor() throws IOException {
        imported(GOOD);

        assertThat(CommandRun.of("bars", "AAPL", "--json", "--from", "2024-01-02", "--to", "2024-01-02")
                        .out())
                .isEqualToIgnoringWhitespace("""
                        [ { "symbol" : "AAPL", "date" : "2024-01-02", "open" : 191.0, "high" : 193.0, "low" : 190.0,
                            "close" : 192.5, "adjusted_close" : 192.25, "volume" : 1234567, "final" : true,
                            "source" : "mine" } ]""");
    }

    @Test
    void printsATableForPeople() throws IOException {
        imported(GOOD);

        assertThat(CommandRun.of("bars", "AAPL").out())
                .containsPattern(
                        "2024-01-02 +191\\.0000 +193\\.0000 +190\\.0000 +192\\.5000 +192\\.2500 +1,234,567  mine\n")
                .contains("mine, not final");
    }

    @Test
    void saysWhatToDoWhereThereAreNoBars() {
        CommandRun run = CommandRun.of("bars", "AAPL");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("No bars of AAPL yet: run 'openalpha backfill AAPL' first.%n".formatted());
        assertThat(CommandRun.of("bars", "AAPL", "--json").out()).isEqualToIgnoringWhitespace("[]");
    }

    @Test
    void checkEndsWithZeroWhereAllIsClean() throws IOException {
        imported(GOOD);
        CommandRun run = CommandRun.of("data", "check");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("bars           3").endsWith("All clean.%n".formatted());
    }

    @Test
    void checkEndsWithOneAndShowsWhatItFound() throws IOException {
        imported(GOOD + IMPOSSIBLE);
        CommandRun run = CommandRun.of("data", "check");

        assertThat(run.exitCode()).isOne();
        assertThat(run.out())
                .contains("MSFT ", "no bars", "1 symbol needs attention.")
                .doesNotContain("AAPL");
        assertThat(CommandRun.of("data", "check", "--symbol", "AAPL").exitCode())
                .isZero();
    }

    @Test
    void checkNamesASeriesThatLacksManyDays() throws IOException {
        imported(GOOD);
        JdbcClient.create(database.dataSource())
                .sql("insert into bar_gap values ('AAPL', '2024-01-01', 3, now(), now())")
                .update();
        CommandRun run = CommandRun.of("data", "check");

        assertThat(run.exitCode()).isOne();
        assertThat(run.out()).containsPattern("AAPL .* sparse").contains("absent         1");
    }

    @Test
    void checkTellsProgramsOfEverySymbol() throws IOException {
        imported(GOOD + IMPOSSIBLE);

        assertThat(CommandRun.of("data", "check", "--json").out())
                .contains("\"clean\" : false", "\"quarantined\" : 1", "\"bars\" : 3")
                .containsIgnoringWhitespaces("\"first\" : \"2023-12-29\"", "\"first\" : null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet"})
    void exportsAFileAYearThatCanBeImportedAgain(String format) throws IOException {
        imported(GOOD);
        String before = CommandRun.of("bars", "AAPL", "--csv").out();
        Path out = folder.resolve("out");

        CommandRun run = CommandRun.of("data", "export", "--out", out.toString(), "--format", format);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Exported 3 bars to " + out);
        assertThat(out.resolve("year=2023/bars." + format)).exists();
        assertThat(out.resolve("year=2024/bars." + format)).exists();
        assertThat(CommandRun.of("data", "import", out.toString()).exitCode()).isZero();
        assertThat(CommandRun.of("bars", "AAPL", "--csv").out()).isEqualTo(before);
    }

    @Test
    void exportsOnlyWhatIsAskedFor() throws IOException {
        imported(GOOD);

        assertThat(CommandRun.of(
                                "data",
                                "export",
                                "--out",
                                folder.resolve("some").toString(),
                                "--from",
                                "2024-01-03")
                        .out())
                .contains("Exported 1 bars");
    }

    @Test
    void refusesAFileWithAWrongLineAsAWhole() throws IOException {
        CommandRun run = imported(GOOD + "MSFT,2024-01-02,ten,11,9,10,10,1,true,mine\n");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("line 5").doesNotContain("Exception", "\tat ");
        assertThat(CommandRun.of("bars", "AAPL", "--json").out()).isEqualToIgnoringWhitespace("[]");
    }

    @Test
    void saysWhatAnImportWouldReplace() throws IOException {
        imported(GOOD);
        String file = folder.resolve("bars.csv").toString();

        assertThat(CommandRun.of("data", "import", file, "--dry-run", "--merge").out())
                .contains("Would import 3 bars of 1 symbols, 0 more would be in quarantine; 3 stored bars would"
                        + " be replaced");
        assertThat(imported(GOOD).out()).contains("; 3 stored bars were replaced");
    }

    @Test
    void saysWhyAnExportCannotBeWritten() throws IOException {
        imported(GOOD);
        CommandRun run = CommandRun.of(
                "data", "export", "--out", folder.resolve("bars.csv/out").toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("cannot be written").doesNotContain("Exception:", "\tat ");
    }

    @Test
    void exportsIntoNoFolderOfOtherThings() throws IOException {
        imported(GOOD);
        CommandRun run = CommandRun.of("data", "export", "--out", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("holds more than an earlier export, such as bars.csv");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        CommandRun run =
                CommandRun.of("data", "import", folder.resolve("none.csv").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no file or folder", "none.csv");
    }

    private CommandRun imported(String text) throws IOException {
        return CommandRun.of(
                "data",
                "import",
                Files.writeString(folder.resolve("bars.csv"), text).toString());
    }
}
