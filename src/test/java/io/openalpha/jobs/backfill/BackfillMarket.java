package io.openalpha.jobs.backfill;

import io.openalpha.TestClock;
import io.openalpha.database.TestDatabase;
import io.openalpha.jobs.collect.CollectionConfiguration;
import io.openalpha.jobs.collect.CollectionPlan;
import io.openalpha.market.BarReader;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import io.openalpha.run.JobRunner;
import io.openalpha.run.RunConfiguration;
import io.openalpha.run.RunEnd;
import io.openalpha.run.RunId;
import io.openalpha.run.StopSignal;
import io.openalpha.simulator.ClockOrder;
import io.openalpha.simulator.MarketOrders;
import io.openalpha.simulator.Simulator;
import io.openalpha.simulator.SimulatorOptions;
import io.openalpha.simulator.SimulatorOrders;
import io.openalpha.source.SourceConfiguration;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backfills from a simulated market into a database of its own. */
final class BackfillMarket implements AutoCloseable {

    static final String KEY = "key";
    static final String YAHOO = "--openalpha.source.yahoo.base-url=";
    static final String ALPHA_VANTAGE = "--openalpha.source.alphavantage.base-url=";

    private final TestDatabase database = TestDatabase.fresh();
    private final Simulator simulator;
    private final ConfigurableApplicationContext context;
    private SimulatorOrders orders =
            SimulatorOrders.none().withMarket(MarketOrders.plain().withShares(0, 0));
    private int runs;

    BackfillMarket(String... settings) throws IOException {
        simulator = Simulator.start(SimulatorOptions.defaults());
        List<String> arguments = new ArrayList<>(Arrays.asList(settings));
        addUnlessGiven(arguments, YAHOO, simulator.yahooUrl());
        addUnlessGiven(arguments, ALPHA_VANTAGE, simulator.alphaVantageUrl());
        arguments.add("--openalpha.source.yahoo.rate=0");
        arguments.add("--openalpha.source.retry.delay=1ms");
        arguments.add("--openalpha.backfill.politeness-delay=0s");
        arguments.add("--openalpha.collection.politeness-delay=0s");
        context = new SpringApplicationBuilder(
                        Parts.class,
                        MarketConfiguration.class,
                        RunConfiguration.class,
                        SourceConfiguration.class,
                        BackfillConfiguration.class,
                        CollectionConfiguration.class)
                .web(WebApplicationType.NONE)
                .initializers(
                        started -> started.getBeanFactory().registerSingleton("dataSource", database.dataSource()))
                .run(arguments.toArray(String[]::new));
        simulator.order(orders);
    }

    private static void addUnlessGiven(List<String> arguments, String setting, URI value) {
        if (arguments.stream().noneMatch(argument -> argument.startsWith(setting))) {
            arguments.add(setting + value);
        }
    }

    /** The market and the jobs at another time; nothing has opened after it. */
    BackfillMarket at(String instant) {
        bean(TestClock.class).set(Instant.parse(instant));
        return order(orders.withClock(ClockOrder.fixed(Instant.parse(instant))));
    }

    BackfillMarket with(MarketOrders market) {
        return order(orders.withMarket(market));
    }

    BackfillMarket order(SimulatorOrders changed) {
        orders = changed;
        simulator.order(orders);
        return this;
    }

    SimulatorOrders orders() {
        return orders;
    }

    Simulator simulator() {
        return simulator;
    }

    RunEnd backfill(String... symbols) throws InterruptedException {
        return backfill(request(null, null, symbols));
    }

    RunEnd backfill(BackfillRequest request) throws InterruptedException {
        runs++;
        return bean(JobRunner.class).run(bean(BackfillPlan.class), new RunId("run-" + runs), request.details());
    }

    RunEnd collect(List<Symbol> symbols) throws InterruptedException {
        runs++;
        return bean(JobRunner.class)
                .run(bean(CollectionPlan.class), new RunId("run-" + runs), CollectionPlan.details(symbols));
    }

    static BackfillRequest request(@Nullable String from, @Nullable String to, String... symbols) {
        return new BackfillRequest(
                Stream.of(symbols).map(Symbol::new).toList(),
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                false,
                false);
    }

    /** All stored bars of the symbols, without when they were fetched. */
    List<StoredBar> bars(String... symbols) {
        try (Stream<StoredBar> rows = bean(BarReader.class).stream(
                Stream.of(symbols).map(Symbol::new).toList(), LocalDate.MIN.withYear(1900), LocalDate.of(2100, 1, 1))) {
            return rows.map(row -> new StoredBar(row.symbol(), row.bar(), row.source(), Instant.EPOCH))
                    .toList();
        }
    }

    /** What the counts of all steps of the latest run are, by name. */
    long rows(String from) {
        return jdbc().sql("select count(*) from " + from).query(Long.class).single();
    }

    List<Map<String, @Nullable Object>> table(String sql) {
        return jdbc().sql(sql).query().listOfRows();
    }

    JdbcClient jdbc() {
        return JdbcClient.create(database.dataSource());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        simulator.close();
        database.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Parts {

        @Bean
        TestClock clock() {
            return TestClock.running();
        }

        @Bean
        StopSignal stopSignal() {
            return new StopSignal();
        }
    }
}
