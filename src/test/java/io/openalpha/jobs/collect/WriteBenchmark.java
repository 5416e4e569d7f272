package io.openalpha.jobs.collect;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.market.Instrument;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.market.Quote;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows a second of the collection's writer, 50 a commit, and of one COPY into the same table; see {@code bench/write}.
 * The database is the embedded one of the folder that is the only argument, with its durable settings.
 */
public final class WriteBenchmark {

    private static final int SYMBOLS = 500;
    private static final int ROUNDS = 200;
    private static final int CHUNK = 50;

    private WriteBenchmark() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        DatabaseConfiguration.class, MarketConfiguration.class, CollectionHarness.Surroundings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--openalpha.data-dir=" + arguments[0])) {
            List<Quote> quotes = quotes();
            context.getBean(Universe.class)
                    .save(quotes.stream()
                            .limit(SYMBOLS)
                            .map(quote -> Instrument.known(quote.symbol()))
                            .toList());
            write(context, quotes.subList(0, 10_000));
            double written = quotes.size() / write(context, quotes);
            double copied = quotes.size() / copy(context, quotes);
            System.out.printf(
                    Locale.ROOT,
                    "rows_per_s=%.0f copy_rows_per_s=%.0f ratio_to_copy=%.3f%n",
                    written,
                    copied,
                    written / copied);
        }
    }

    private static List<Quote> quotes() {
        Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS);
        List<Quote> quotes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Instant at = start.plus(round, ChronoUnit.MINUTES);
            IntStream.range(0, SYMBOLS)
                    .mapToObj(i -> new Quote(
                            new Symbol("S" + (10_000 + i)), at, new BigDecimal("123.45"), i, "USD", "yahoo", at))
                    .forEach(quotes::add);
        }
        return quotes;
    }

    /** Seconds that the writer takes for all, a transaction a chunk. */
    private static double write(ConfigurableApplicationContext context, List<Quote> quotes) {
        context.getBean(JdbcClient.class).sql("truncate quote").update();
        QuoteStore store = context.getBean(QuoteStore.class);
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        long begin = System.nanoTime();
        for (int i = 0; i < quotes.size(); i += CHUNK) {
            List<Quote> chunk = quotes.subList(i, i + CHUNK);
            transaction.executeWithoutResult(status -> store.save(chunk));
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Seconds that one COPY of all takes. */
    private static double copy(ConfigurableApplicationContext context, List<Quote> quotes)
            throws SQLException, IOException {
        context.getBean(JdbcClient.class).sql("truncate quote").update();
        StringBuilder rows = new StringBuilder();
        for (Quote quote : quotes) {
            rows.append("%s\t%s\t%s\t%s\t%s\t%s\t%s%n"
                    .formatted(
                            quote.symbol(),
                            quote.at(),
                            quote.price(),
                            quote.volume(),
                            quote.currency(),
                            quote.source(),
                            quote.fetchedAt()));
        }
        long begin = System.nanoTime();
        try (Connection connection = context.getBean(DataSource.class).getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy quote from stdin", new StringReader(rows.toString()));
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
