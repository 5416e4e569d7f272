package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.simulator.Simulator;
import io.openalpha.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The commands on systems that speak other languages: what they store, print and write is the same in all of them. */
class LanguagesIntegrationTests {

    private static final String[] LANGUAGES = {
        "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab",
        "-Duser.language=tr -Duser.country=TR",
        "-Duser.language=de -Duser.country=DE",
        "-Duser.language=th -Duser.country=TH -Duser.extensions=u-ca-buddhist-nu-thai"
    };

    private static final Map<String, String> STORED = Map.of(
            "partitions",
            "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'quote'::regclass",
            "quotes",
            "select symbol, at, price, volume, currency, source from quote",
            "bars",
            "select symbol, date, open, high, low, close, adjusted_close, volume, final, source from daily_bar",
            "series",
            "select symbol, exchange, currency, zone, adjusted, since, until from bar_series",
            "actions",
            "select symbol, date, kind, value, per from corporate_action");

    @TempDir
    private Path folder;

    @AutoClose
    private final Simulator market = market();

    private static Simulator market() {
        try {
            return Simulator.start(SimulatorOptions.defaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void requireTheJar() {
        assumeThat(CommandProcess.jar()).exists();
    }

    @Test
    void storeAndPrintTheSameInEveryLanguage() throws Exception {
        HttpRequest freeze = HttpRequest.newBuilder(market.yahooUrl().resolve("/simulator/orders"))
                .PUT(BodyPublishers.ofString("{\"clock\": \"fixed 2026-03-05T16:20:30Z\"}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(freeze, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        Map<String, String> expected = outcome("root", "-Duser.language= -Duser.country=");

        for (int i = 0; i < LANGUAGES.length; i++) {
            assertThat(outcome("language" + i, LANGUAGES[i])).as(LANGUAGES[i]).isEqualTo(expected);
        }
    }

    private Map<String, String> outcome(String name, String language) throws Exception {
        Path own = Files.createDirectory(folder.resolve(name));
        Path export = own.resolve("bars");
        Map<String, String> outcome = new TreeMap<>();
        try (TestDatabase database = TestDatabase.fresh()) {
            Map<String, String> environment = Map.of(
                    "JDK_JAVA_OPTIONS", language,
                    "SPRING_DATASOURCE_URL", database.url(),
                    "SPRING_DATASOURCE_USERNAME", database.username(),
                    "SPRING_DATASOURCE_PASSWORD", database.password(),
                    "OPENALPHA_SOURCE_YAHOO_BASE_URL", market.yahooUrl().toString());
            run(own, environment, "collect", "AAPL", "IBM");
            run(own, environment, "backfill", "AAPL", "IBM", "--from", "2020-06-01");
            run(own, environment, "data", "export", "--out", export.toString());
            outcome.put("imported", run(own, environment, "data", "import", export.toString()));
            outcome.put("printed", run(own, environment, "bars", "AAPL"));
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            STORED.forEach((what, query) -> outcome.put(what, rows(jdbc, query)));
        }
        try (Stream<Path> files = Files.walk(export)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // When a source was asked is another time in each run.
                String text = Files.readString(file).replaceAll("\\d\\d-\\d\\dT\\d\\d:[0-9:.]+Z", "");
                outcome.put(export.relativize(file).toString(), text);
            }
        }
        return outcome;
    }

    private static String rows(JdbcClient jdbc, String query) {
        return jdbc.sql("select string_agg(q::text, e'\\n' order by q::text) from (%s) q".formatted(query))
                .query(String.class)
                .single();
    }

    private static String run(Path folder, Map<String, String> environment, String... arguments) throws Exception {
        try (CommandProcess process = CommandProcess.start(folder, environment, arguments)) {
            assertThat(process.exitCode()).as(process.err()).isZero();
            return process.out();
        }
    }
}
