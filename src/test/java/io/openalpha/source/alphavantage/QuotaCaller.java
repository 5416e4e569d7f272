package io.openalpha.source.alphavantage;

import io.openalpha.market.Symbol;
import io.openalpha.source.Settings;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.QuotaSpent;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process that calls Alpha Vantage on four threads as often as the shared quota allows, until the day's is spent. */
public final class QuotaCaller {

    static final int A_MINUTE = 120;
    static final int A_DAY = 25;

    /** The key of calls that are not counted, made to have all code loaded before time matters. */
    static final String WARM_UP = "warm-up";

    private QuotaCaller() {}

    /** Arguments: the database's URL, user and password, the service's URL, and a key that identifies the caller. */
    public static void main(String[] args) {
        var database = new DriverManagerDataSource(args[0], args[1], args[2]);
        var settings = new AlphaVantageSettings(
                URI.create(args[3]), args[4], 1_000_000, A_MINUTE, A_DAY, 0, 5, Duration.ofMinutes(1));
        Clock clock = Clock.systemUTC();
        var quota = new SharedQuota(database, settings, clock);
        var source = new AlphaVantageSource(settings, Settings.http(), clock);
        warmUp(settings.baseUrl());
        IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> callUntilSpent(quota, source)))
                .forEach(Thread::start);
    }

    private static void warmUp(URI service) {
        AlphaVantageSettings settings = Settings.alphaVantage(service, WARM_UP);
        try {
            new AlphaVantageSource(settings, Settings.http(), Clock.systemUTC()).latest(new Symbol("IBM"));
        } catch (SourceException | InterruptedException e) {
            // What came of it does not matter.
        }
    }

    private static void callUntilSpent(SharedQuota quota, AlphaVantageSource source) {
        boolean spent = false;
        while (!spent) {
            try {
                quota.call(() -> source.latest(new Symbol("IBM")));
            } catch (SourceException e) {
                spent = e.failure() instanceof QuotaSpent;
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
