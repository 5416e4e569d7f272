package io.openalpha.jobs.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.run.ExitCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
}
