package io.openalpha.source.yahoo;

import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import io.openalpha.source.http.Endpoint;
import io.openalpha.source.http.HttpAnswer;
import io.openalpha.source.http.HttpSettings;
import io.openalpha.source.http.Redaction;
import io.openalpha.source.http.SourceClient;
import io.openalpha.source.wire.History;
import io.openalpha.source.wire.HistoryRange;
import io.openalpha.source.wire.MarketDataSource;
import io.openalpha.source.wire.SourceException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Yahoo Finance's chart endpoint. For the latest price it is asked for the daily rows of five days, for these hold the
 * latest price even after a long weekend, the row of a running session being live.
 */
public final class YahooSource implements MarketDataSource {

    /** This source's name. */
    public static final String NAME = "yahoo";

    private static final String PATH =
            "/v8/finance/chart/{symbol}?range=5d&interval=" + ChartReader.GRANULARITY + "&includePrePost=false";

    private static final String HISTORY = "/v8/finance/chart/{symbol}?period1={from}&period2={to}&interval="
            + ChartReader.GRANULARITY + "&events=div,splits,capitalGains&includePrePost=false";

    private final SourceClient client;
    private final Clock clock;

    public YahooSource(YahooSettings settings, HttpSettings http, Clock clock) {
        this.client = new SourceClient(
                new Endpoint(settings.baseUrl(), settings.userAgent(), settings.concurrency()),
                http,
                Redaction.NONE,
                clock);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Quote latest(Symbol symbol) throws SourceException, InterruptedException {
        Instant now = clock.instant();
        String spelled = YahooSymbols.spell(symbol);
        HttpAnswer answer = client.get(PATH, spelled);
        return switch (answer.status()) {
            case 200 -> new ChartReader(spelled, now).read(answer.json()).toQuote(symbol, NAME, now);
            default -> throw new SourceException(ChartError.of(answer));
        };
    }

    /** Asks for a day more on both sides, for a day of Sydney's begins on the day before in UTC. */
    @Override
    public History history(Symbol symbol, HistoryRange range) throws SourceException, InterruptedException {
        Instant now = clock.instant();
        String spelled = YahooSymbols.spell(symbol);
        long from = range.from().minusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        long to = range.to().plusDays(2).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        HttpAnswer answer = client.get(HISTORY, spelled, from, to);
        return switch (answer.status()) {
            case 200 -> HistoryChart.read(answer).toHistory(symbol, spelled, range, now);
            default -> throw new SourceException(ChartError.of(answer));
        };
    }
}
