package io.openalpha.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class ExternalDatabaseTests {

    private static final String SECRET = "hush-hush";

    @AutoClose
    private final TestDatabase database = TestDatabase.empty();

    @Test
    void mayHaveItsUserAndPasswordInTheUrl() {
        String url = "%s?user=%s&password=%s".formatted(database.url(), database.username(), database.password());

        DatabaseLocation location = ExternalDatabase.at(url, new DataSourceProperties(), DatabaseWait.NONE)
                .location();

        assertThat(location).isEqualTo(new DatabaseLocation(database.url(), false));
    }

    @Test
    void blamesTheUserOrPassword() {
        assertRefused(database.url() + "?password=" + SECRET, database.username())
                .withMessageContaining("refuses this user")
                .satisfies(e -> assertThat(e.getExitCode()).isEqualTo(2));
    }

    @Test
    void blamesAMissingDatabase() {
        DataSourceProperties properties = new DataSourceProperties();
        properties.setPassword(database.password());
        properties.setUsername(database.username());

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> ExternalDatabase.at(database.url() + "x", properties, DatabaseWait.NONE))
                .withMessageContaining("no database of the name in " + database.url() + "x")
                .satisfies(e -> assertThat(e.getExitCode()).isEqualTo(2));
    }

    @Test
    void saysThatARetryMayHelpWhenNobodyAnswers() {
        assertRefused("jdbc:postgresql://127.0.0.1:1/openalpha?password=" + SECRET, "x")
                .withMessageContaining("jdbc:postgresql://127.0.0.1:1/openalpha cannot be reached")
                .satisfies(e -> assertThat(e.getExitCode()).isEqualTo(3));
    }

    @Test
    void refusesAUrlOfAnotherProductOrSpelling() {
        for (String url : new String[] {"jdbc:mysql://u:%s@h/d", "jdbc:postgresql://u:%s@h/d", "postgres://u:%s@h/d"}) {
            assertRefused(url.formatted(SECRET), "x")
                    .withMessageContaining("jdbc:postgresql://host:port/database")
                    .satisfies(e -> assertThat(e.getExitCode()).isEqualTo(2));
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void keepsThePasswordInABadUrlOutOfTheLog(CapturedOutput output) {
        assertRefused("jdbc:postgresql://h?password=" + SECRET, "x");
        assertRefused("jdbc:postgresql://h:port/d?password=" + SECRET, "x")
                .withMessageContaining("jdbc:postgresql://host:port/database");
        assertRefused("jdbc:postgresql://u:%s@h/d".formatted(SECRET), "x");

        assertThat(output).doesNotContain(SECRET);
    }

    @Test
    void refusesServersBeforeVersion14() {
        ExternalProbe probe = new ExternalProbe(database.url(), DatabaseLocation.external(database.url()));

        assertThatNoException().isThrownBy(() -> probe.requireVersion(14));
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> probe.requireVersion(13))
                .withMessageContaining("runs PostgreSQL 13: OpenAlpha needs 14 or newer");
    }

    @Test
    void isPrintedWithoutWhatMayBeSecret() {
        assertThat(DatabaseLocation.external(
                        "jdbc:postgresql://u:%s@h:1/d?password=%s&ssl=true".formatted(SECRET, SECRET)))
                .hasToString("jdbc:postgresql://h:1/d");
    }

    private static ThrowableAssertAlternative<DatabaseUnavailableException> assertRefused(String url, String username) {
        DataSourceProperties properties = new DataSourceProperties();
        properties.setUsername(username);
        return assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> ExternalDatabase.at(url, properties, DatabaseWait.NONE))
                .satisfies(e -> assertThat(e).hasNoCause())
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SECRET));
    }
}
