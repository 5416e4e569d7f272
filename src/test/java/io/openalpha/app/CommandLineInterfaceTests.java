package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineInterfaceTests {

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItself(List<String> command) {
        CommandRun run = CommandRun.of(
                Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: "
                        + String.join(
                                " ",
                                Stream.concat(Stream.of("openalpha"), command.stream())
                                        .toList()));
    }

    @Test
    void namesItsExitCodes() {
        assertThat(CommandRun.of("--help").out())
                .containsIgnoringWhitespaces(
                        "0 done", "2 bad usage or configuration", "3 failed", "4 stopped", "5 already at work")
                .doesNotContain("rehearse");
    }

    @Test
    void knowsItsVersion() {
        assertThat(CommandRun.of("--version").out()).startsWith("OpenAlpha ");
    }

    @ParameterizedTest
    @CsvSource({
        "'',name a command",
        "symbols,'name one of add, disable, enable, import, list'",
        "qqq,Unmatched argument at index 0: 'qqq'",
        "quotes --bogus,Unknown option: '--bogus'",
        "simulate --port much,Invalid value for option '--port'",
        "symbols add,Missing required parameter: 'SYMBOL'",
        "symbols import,Missing required parameter: 'FILE'",
        "quotes --json --csv,'--json, --csv are mutually exclusive'",
        "collect --csv --json,are mutually exclusive",
        "backfill --from yesterday,is not a date such as 2024-01-31",
        "data export --out x --to 2024-13-01,is not a date such as 2024-01-31",
        "bars,Missing required parameter: 'SYMBOL'",
        "bars AAPL --csv --json,are mutually exclusive",
        "data,'name one of check, export, import'",
        "models,'name one of list, promote, prune, rollback, show'",
        "models show,Missing required parameter: 'VERSION'",
        "models show random_forest,is not the name of a version such as random_forest_20261122_020000",
        "models show random_forest_20261122_020000 --json --markdown,are mutually exclusive",
        "models rollback,Missing required parameter: 'ALGORITHM'",
        "data import,Missing required parameter: 'FILE'",
        "data export,Missing required option: '--out",
        "data export --out x --format xls,Invalid value for option '--format'"
    })
    void refusesWhatItDoesNotUnderstand(String typed, String message) {
        assertRefused(CommandRun.of(typed.isEmpty() ? new String[0] : typed.split(" ")), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"backfill", "collect", "quotes", "symbols add", "symbols enable", "symbols disable"})
    void refusesAnIllegalSymbol(String command) {
        String[] typed = (command + " AAPL A$B").split(" ");

        assertRefused(
                CommandRun.of(typed), "symbol 'A$B' has illegal characters: letters, digits and . - = ^ _ are allowed");
    }

    @Test
    void refusesAnIllegalRunId() {
        assertRefused(
                CommandRun.of("collect", "--run-id", "a b"),
                "run id 'a b' is not 1 to 100 letters, digits and . _ : -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "quotes --help"})
    void failsWhenItsOutputCannotBeWritten(String typed) {
        Writer full = new Writer() {

            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        StringWriter err = new StringWriter();

        int exitCode = CommandLineInterface.commandLine()
                .setOut(new PrintWriter(full))
                .setErr(new PrintWriter(err))
                .execute(typed.split(" "));

        assertThat(exitCode).isEqualTo(3);
        assertThat(err.toString())
                .startsWith("openalpha: standard output could not be written")
                .hasLineCount(1);
    }

    private static void assertRefused(CommandRun run, String message) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message).contains("Usage: openalpha").doesNotContain("Exception", "\tat ");
    }

    private static List<List<String>> commands() {
        return commands(CommandLineInterface.commandLine(), List.of()).toList();
    }

    private static Stream<List<String>> commands(CommandLine command, List<String> name) {
        return Stream.concat(
                Stream.of(name),
                command.getSubcommands().values().stream()
                        .filter(sub -> !sub.getCommandSpec().usageMessage().hidden())
                        .flatMap(sub -> commands(
                                sub,
                                Stream.concat(name.stream(), Stream.of(sub.getCommandName()))
                                        .toList())));
    }
}
