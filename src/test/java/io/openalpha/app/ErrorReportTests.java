package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ErrorReportTests {

    @AutoClose
    private final Surroundings surroundings = new Surroundings();

    @ParameterizedTest
    @CsvSource({
        "openalpha.collection.chunk-size,0,must be greater than or equal to 1",
        "openalpha.collection.max-failed-share,1.5,must be less than or equal to 1",
        "openalpha.source.retry.attempts,-1,must be greater than 0",
        "openalpha.source.yahoo.rate,-3,must be greater than or equal to 0",
        "openalpha.collection.quote-retention-months,-1,must be greater than or equal to 0",
        "openalpha.source.yahoo.base-url,ftp://somewhere,must be an http or https URL with a host and without user and password"
    })
    void namesASettingThatBreaksARule(String name, String value, String rule) {
        assertThat(collectWith(name, value))
                .isEqualTo(new CommandRun(2, "", "openalpha: setting %s is %s but %s%n".formatted(name, value, rule)));
    }

    @ParameterizedTest
    @CsvSource({
        "openalpha.collection.chunk-size,many,a whole number",
        "openalpha.collection.max-failed-share,a few,a number",
        "openalpha.collection.time-limit,soon,a duration such as 30s",
        "openalpha.collection.quote-retention-months,long,a whole number",
        "openalpha.source.http.max-body,big,a size such as 10MB",
        "openalpha.source.preferred,bloomberg,'one of yahoo, yfinance, alphavantage'"
    })
    void namesASettingThatCannotBeRead(String name, String value, String expected) {
        assertThat(collectWith(name, value))
                .isEqualTo(new CommandRun(
                        2, "", "openalpha: setting %s is '%s' but must be %s%n".formatted(name, value, expected)));
    }

    @Test
    void doesNotShowThePasswordOfAServicesAddress() {
        assertThat(collectWith("openalpha.source.yahoo.base-url", "http://me:geheim@proxy/"))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "openalpha: setting openalpha.source.yahoo.base-url is http://proxy/ but must be"
                                + " an http or https URL with a host and without user and password%n".formatted()));
    }

    @Test
    void namesASettingAsItIsWrittenAsAVariable() {
        CommandRun run = collectWith("PREFERRED_DATA_SOURCE", "reuters");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is 'reuters' but must be one of yahoo");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://127.0.0.1:1/openalpha?password=geheim,3,cannot be reached",
        "jdbc:postgresql://somebody:geheim@127.0.0.1:1/openalpha,2,SPRING_DATASOURCE_URL",
        "jdbc:postgresql://127.0.0.1?password=geheim,2,SPRING_DATASOURCE_URL",
        "jdbc:postgresql://127.0.0.1:port/openalpha?password=geheim,2,SPRING_DATASOURCE_URL",
        "jdbc:mysql://127.0.0.1/openalpha?password=geheim,2,SPRING_DATASOURCE_URL"
    })
    void tellsOfADatabaseThatCannotBeHadWithoutItsPassword(
            String url, int exitCode, String message, CapturedOutput console) {
        surroundings.with("spring.datasource.url", url);

        CommandRun run = CommandRun.of("quotes");

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("openalpha: ").contains(message).doesNotContain("Exception", "\tat ");
        assertThat(run.err() + console).doesNotContain("geheim");
    }

    @Test
    void hidesThePasswordOfAnUnreadableAddress() {
        CommandRun run = collectWith("openalpha.source.yahoo.base-url", "http://me:geheim@[proxy");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("openalpha.source.yahoo.base-url").doesNotContain("geheim");
    }

    @Test
    void showsWhereOpenAlphaItselfIsAtFault() {
        StringWriter err = new StringWriter();
        ErrorReport errorReport = ErrorReport.about(new IllegalStateException("two and two is five"));

        errorReport.print(new PrintWriter(err));

        assertThat(errorReport.exitCode().code()).isEqualTo(3);
        assertThat(err.toString())
                .startsWith("openalpha: unexpected failure: java.lang.IllegalStateException: two and two is five")
                .contains("at " + ErrorReportTests.class.getName());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void findsTheReasonHoweverDeepItLies(int depth) {
        Throwable failure = new UsageException("there is no such thing");
        for (int level = 0; level < depth; level++) {
            failure = new IllegalStateException("wrapped", failure);
        }

        assertThat(ErrorReport.about(failure).message()).isEqualTo("there is no such thing");
        assertThat(ErrorReport.about(failure).trace()).isNull();
    }

    private CommandRun collectWith(String name, String value) {
        try (TestDatabase database = TestDatabase.fresh()) {
            surroundings.with(database).with(name, value);
            return CommandRun.of("collect", "AAPL");
        }
    }
}
