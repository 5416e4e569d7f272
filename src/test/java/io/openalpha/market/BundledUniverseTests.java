package io.openalpha.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.io.IOException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class BundledUniverseTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final Universe universe = new Universe(JdbcClient.create(database.dataSource()));

    @Test
    void holdsTheIndexWithoutABadLine() throws IOException {
        SymbolList list = BundledUniverse.bundled();

        assertThat(list.complaints()).isEmpty();
        assertThat(list.instruments()).hasSizeBetween(500, 510).allSatisfy(instrument -> {
            assertThat(instrument.title()).isNotBlank();
            assertThat(instrument.sector()).isNotBlank();
        });
    }

    @Test
    void hasShareClassesWithADot() throws IOException {
        assertThat(BundledUniverse.bundled().instruments())
                .extracting(Instrument::symbol)
                .contains(new Symbol("BRK.B"), new Symbol("BF.B"))
                .doesNotContain(new Symbol("BRK-B"), new Symbol("BF-B"));
    }

    /** The test database says that it has been loaded, to begin empty. */
    @BeforeEach
    void forgetThatItIsLoaded() {
        jdbc("delete from flyway_schema_history where version = '5'");
    }

    @Test
    void isLoadedIntoANewDatabase() throws IOException {
        migrate();

        assertThat(universe.all(true))
                .containsExactlyInAnyOrderElementsOf(BundledUniverse.bundled().instruments());
    }

    @Test
    void isLoadedOnceSoThatChangesStay() throws IOException {
        migrate();
        jdbc("delete from symbol where name = 'XOM'");
        jdbc("update symbol set enabled = false where name = 'AAPL'");

        migrate();

        assertThat(universe.all(false))
                .hasSize(BundledUniverse.bundled().instruments().size() - 1);
        assertThat(universe.all(true)).extracting(Instrument::symbol).doesNotContain(new Symbol("AAPL"));
    }

    private void jdbc(String sql) {
        JdbcClient.create(database.dataSource()).sql(sql).update();
    }

    private void migrate() {
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(database.dataSource())
                .javaMigrations(new BundledUniverse())
                .outOfOrder(true)
                .ignoreMigrationPatterns("*:missing");
        flyway.load().migrate();
    }
}
