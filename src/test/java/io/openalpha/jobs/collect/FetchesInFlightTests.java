package io.openalpha.jobs.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.run.ExitCode;
import io.openalpha.run.RunEnd;
import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class FetchesInFlightTests {

    private static final String[] SYMBOLS =
            IntStream.range(100, 130).mapToObj(i -> "S" + i).toArray(String[]::new);

    /** With a barrier at the end of each chunk the first fetch would wait for ever for one of the second chunk. */
    @Test
    void fetchesOfTheNextChunkBeginBeforeThisOneIsWritten() throws Exception {
        CountDownLatch secondChunk = new CountDownLatch(1);
        try (YahooStub yahoo = new YahooStub((symbol, request) -> {
                    if (symbol.equals("S112")) {
                        secondChunk.countDown();
                    }
                    boolean begun = !symbol.equals("S100") || secondChunk.await(30, TimeUnit.SECONDS);
                    return begun ? YahooStub.price(symbol, "1") : YahooStub.unknown();
                });
                CollectionHarness harness = new CollectionHarness(
                        yahoo.url(), "openalpha.collection.chunk-size=10", "openalpha.collection.in-flight=5")) {
            harness.universe(SYMBOLS);

            assertThat(harness.collect("one").exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(harness.quoted()).containsExactly(SYMBOLS);
        }
    }

    @Test
    void allOfTheNextChunkIsAskedForWhileThisOneIsWritten() throws Exception {
        CountDownLatch bothChunksAndThoseInFlight = new CountDownLatch(25);
        try (YahooStub yahoo = new YahooStub((symbol, request) -> {
                    bothChunksAndThoseInFlight.countDown();
                    return YahooStub.price(symbol, "1");
                });
                CollectionHarness harness = new CollectionHarness(
                        yahoo.url(), "openalpha.collection.chunk-size=10", "openalpha.collection.in-flight=5")) {
            harness.universe(SYMBOLS);
            FutureTask<RunEnd> collection = new FutureTask<>(() -> harness.collect("one"));

            try (Connection writer = harness.context.getBean(DataSource.class).getConnection()) {
                writer.setAutoCommit(false);
                writer.createStatement().execute("lock table quote in exclusive mode");
                new Thread(collection, "collection").start();
                assertThat(bothChunksAndThoseInFlight.await(30, TimeUnit.SECONDS))
                        .isTrue();
                writer.rollback();
            }
            assertThat(collection.get().exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(harness.quoted()).containsExactly(SYMBOLS);
        }
    }
}
