package io.openalpha.jobs.collect;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.database.TestDatabase;
import io.openalpha.market.Instrument;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.run.JobRunner;
import io.openalpha.run.RunConfiguration;
import io.openalpha.run.RunEnd;
import io.openalpha.run.RunId;
import io.openalpha.run.StopSignal;
import io.openalpha.source.SourceConfiguration;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of a collection over a database of the test's own and a source that the test serves. */
final class CollectionHarness implements AutoCloseable {

    final TestDatabase database;
    private final boolean owner;
    final ConfigurableApplicationContext context;
    final JdbcClient jdbc;

    /** With a new database and an empty universe. */
    CollectionHarness(String yahooUrl, String... settings) {
        this(TestDatabase.fresh(), true, yahooUrl, settings);
        jdbc.sql("update symbol set enabled = false").update();
    }

    /** Another process, as it were, on the same database. */
    CollectionHarness again(String yahooUrl, String... settings) {
        return new CollectionHarness(database, false, yahooUrl, settings);
    }

    private CollectionHarness(TestDatabase database, boolean owner, String yahooUrl, String... settings) {
        this.database = database;
        this.owner = owner;
        List<String> arguments = new ArrayList<>(List.of(
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password(),
                "openalpha.source.yahoo.base-url=" + yahooUrl,
                "openalpha.source.yahoo.rate=0",
                "openalpha.source.retry.delay=1ms",
                "openalpha.collection.politeness-delay=0s"));
        arguments.addAll(List.of(settings));
        context = new SpringApplicationBuilder(
                        DatabaseConfiguration.class,
                        MarketConfiguration.class,
                        RunConfiguration.class,
                        SourceConfiguration.class,
                        CollectionConfiguration.class,
                        Surroundings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments.stream().map(setting -> "--" + setting).toArray(String[]::new));
        jdbc = context.getBean(JdbcClient.class);
    }

    void universe(String... names) {
        context.getBean(Universe.class)
                .save(Stream.of(names)
                        .map(name -> Instrument.listed(new Symbol(name), null, null))
                        .toList());
    }

    RunEnd collect(String runId, Symbol... symbols) throws InterruptedException {
        return context.getBean(JobRunner.class)
                .run(context.getBean(CollectionPlan.class), new RunId(runId), CollectionPlan.details(List.of(symbols)));
    }

    /** The symbols that have a quote, by name; one entry a quote. */
    List<String> quoted() {
        return jdbc.sql("select symbol from quote order by symbol collate \"C\"")
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<String> failures() {
        return jdbc.sql("select symbol || ' ' || reason from collection_failure order by symbol collate \"C\"")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** What the first step of all runs counted. */
    String counts() {
        return jdbc.sql("select counts::text from run_progress where step = 'collect'")
                .query(String.class)
                .single();
    }

    /** Sessions that hold a transaction open and do nothing. */
    long openTransactions() {
        return jdbc.sql("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and state like 'idle in transaction%'")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
        if (owner) {
            database.close();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class})
    static class Surroundings {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        StopSignal stopSignal() {
            return new StopSignal();
        }
    }
}
