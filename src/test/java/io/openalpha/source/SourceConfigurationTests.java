package io.openalpha.source;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.openalpha.source.SourceSettings.Preferred;
import io.openalpha.source.alphavantage.AlphaVantageSettings;
import io.openalpha.source.guard.GuardSettings;
import io.openalpha.source.http.HttpSettings;
import io.openalpha.source.yahoo.YahooSettings;
import java.net.URI;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.unit.DataSize;

class SourceConfigurationTests {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withBean(DataSource.class, () -> new DriverManagerDataSource())
            .withUserConfiguration(SourceConfiguration.class);

    @Test
    void settingsHaveTheirDefaults() {
        context.run(c -> {
            assertThat(c.getBean(SourceSettings.class)).isEqualTo(new SourceSettings(Preferred.YAHOO));
            assertThat(c.getBean(HttpSettings.class))
                    .isEqualTo(new HttpSettings(
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(15),
                            DataSize.ofMegabytes(10)));
            assertThat(c.getBean(GuardSettings.class))
                    .isEqualTo(new GuardSettings(
                            new GuardSettings.Breaker(5, Duration.ofMinutes(5), 3),
                            new GuardSettings.Retry(
                                    3, Duration.ofSeconds(1), 2, Duration.ofMinutes(1), 0.2, Duration.ofMinutes(1))));
            assertThat(c.getBean(YahooSettings.class))
                    .isEqualTo(new YahooSettings(
                            URI.create("https://query2.finance.yahoo.com"),
                            "Mozilla/5.0 (compatible; OpenAlpha/0.1)",
                            20,
                            20,
                            Duration.ofSeconds(30),
                            false));
            assertThat(c.getBean(AlphaVantageSettings.class))
                    .isEqualTo(new AlphaVantageSettings(
                            URI.create("https://www.alphavantage.co"), "", 1, 5, 25, 10, 5, Duration.ofSeconds(15)));
        });
    }

    @Test
    void settingsHaveTheirNames() {
        context.withPropertyValues(
                        "openalpha.source.preferred=alphavantage",
                        "openalpha.source.http.connect-timeout=1s",
                        "openalpha.source.http.read-timeout=2s",
                        "openalpha.source.http.call-timeout=3s",
                        "openalpha.source.http.max-body=4KB",
                        "openalpha.source.breaker.failures=6",
                        "openalpha.source.breaker.open=7s",
                        "openalpha.source.breaker.probes=8",
                        "openalpha.source.retry.attempts=9",
                        "openalpha.source.retry.delay=10s",
                        "openalpha.source.retry.multiplier=11",
                        "openalpha.source.retry.max-delay=12s",
                        "openalpha.source.retry.jitter=0.13",
                        "openalpha.source.retry.max-pause=14s",
                        "openalpha.source.yahoo.base-url=http://localhost:15",
                        "openalpha.source.yahoo.user-agent=16",
                        "openalpha.source.yahoo.rate=17",
                        "openalpha.source.yahoo.concurrency=26",
                        "openalpha.source.yahoo.permit-wait=18s",
                        "openalpha.source.yahoo.share-rate=true",
                        "openalpha.source.alphavantage.base-url=http://localhost:19",
                        "openalpha.source.alphavantage.api-key= 20 ",
                        "openalpha.source.alphavantage.calls-per-second=21",
                        "openalpha.source.alphavantage.calls-per-minute=22",
                        "openalpha.source.alphavantage.calls-per-day=23",
                        "openalpha.source.alphavantage.reserve=24",
                        "openalpha.source.alphavantage.concurrency=27",
                        "openalpha.source.alphavantage.permit-wait=25s")
                .run(c -> {
                    assertThat(c.getBean(SourceSettings.class)).isEqualTo(new SourceSettings(Preferred.ALPHAVANTAGE));
                    assertThat(c.getBean(HttpSettings.class))
                            .isEqualTo(new HttpSettings(
                                    Duration.ofSeconds(1),
                                    Duration.ofSeconds(2),
                                    Duration.ofSeconds(3),
                                    DataSize.ofKilobytes(4)));
                    assertThat(c.getBean(GuardSettings.class))
                            .isEqualTo(new GuardSettings(
                                    new GuardSettings.Breaker(6, Duration.ofSeconds(7), 8),
                                    new GuardSettings.Retry(
                                            9,
                                            Duration.ofSeconds(10),
                                            11,
                                            Duration.ofSeconds(12),
                                            0.13,
                                            Duration.ofSeconds(14))));
                    assertThat(c.getBean(YahooSettings.class))
                            .isEqualTo(new YahooSettings(
                                    URI.create("http://localhost:15"), "16", 17, 26, Duration.ofSeconds(18), true));
                    assertThat(c.getBean(AlphaVantageSettings.class))
                            .isEqualTo(new AlphaVantageSettings(
                                    URI.create("http://localhost:19"),
                                    "20",
                                    21,
                                    22,
                                    23,
                                    24,
                                    27,
                                    Duration.ofSeconds(25)));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "yahoo,'[yahoo, alphavantage]'",
        "yfinance,'[yahoo, alphavantage]'",
        "alphavantage,'[alphavantage, yahoo]'",
        "'','[yahoo, alphavantage]'"
    })
    void environmentVariablesChooseThePreferredSource(String preferred, String names) {
        context.withPropertyValues("PREFERRED_DATA_SOURCE=" + preferred, "ALPHA_VANTAGE_API_KEY=key")
                .run(c -> assertThat(c.getBean(SourceChain.class).names()).hasToString(names));
    }

    @Test
    void withoutAKeyAlphaVantageIsAbsentAndTheLogSaysSoOnce() {
        try (LogLines log = new LogLines("io.openalpha", Level.INFO)) {
            context.withPropertyValues("PREFERRED_DATA_SOURCE=alphavantage")
                    .run(c -> assertThat(c.getBean(SourceChain.class).names()).containsExactly("yahoo"));

            assertThat(log.lines())
                    .containsExactly("INFO alphavantage is not used, for it has no key:"
                            + " set ALPHA_VANTAGE_API_KEY to have a fallback");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "preferred=bloomberg",
                "http.call-timeout=0s",
                "breaker.failures=0",
                "retry.attempts=0",
                "retry.jitter=1.5",
                "retry.multiplier=0.5",
                "yahoo.rate=-1",
                "yahoo.user-agent=",
                "alphavantage.calls-per-day=0",
                "alphavantage.reserve=-1"
            })
    void whatMakesNoSenseIsRefused(String setting) {
        context.withPropertyValues("openalpha.source." + setting)
                .run(c -> assertThat(c).hasFailed());
    }

    @Test
    void theSettingsDoNotShowTheKey() {
        context.withPropertyValues("ALPHA_VANTAGE_API_KEY=S3cr3t")
                .run(c -> assertThat(c.getBean(AlphaVantageSettings.class).toString())
                        .doesNotContain("S3cr3t"));
    }
}
