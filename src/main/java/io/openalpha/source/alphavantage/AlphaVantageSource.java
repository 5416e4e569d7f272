package io.openalpha.source.alphavantage;

import io.openalpha.market.DailyBar;
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
import java.util.List;

/** Alpha Vantage's {@code GLOBAL_QUOTE} and {@code TIME_SERIES_DAILY}. No exception of it contains the key. */
public final class AlphaVantageSource implements MarketDataSource {

    /** This source's name. */
    public static final String NAME = "alphavantage";

    private static final String USER_AGENT = "OpenAlpha/0.1";
    private static final String PATH = "/query?function=GLOBAL_QUOTE&symbol={symbol}&apikey={key}";

    private static final String SERIES =
            "/query?function=TIME_SERIES_DAILY&symbol={symbol}&outputsize={size}&apikey={key}";

    private final SourceClient client;
    private final String key;
    private final String outputSize;
    private final Redaction redaction;
    private final Clock clock;

    public AlphaVantageSource(AlphaVantageSettings settings, HttpSettings http, Clock clock) {
        this.key = settings.apiKey();
        this.outputSize = settings.isPremium() ? "full" : "compact";
        this.redaction = new Redaction(key);
        this.client = new SourceClient(
                new Endpoint(settings.baseUrl(), USER_AGENT, settings.concurrency()), http, redaction, clock);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean serves(Symbol symbol) {
        return AlphaVantageSymbols.serves(symbol);
    }

    @Override
    public Quote latest(Symbol symbol) throws SourceException, InterruptedException {
        Instant now = clock.instant();
        String spelled = AlphaVantageSymbols.spell(symbol);
        HttpAnswer answer = client.get(PATH, spelled, key);
        requireData(answer);
        return new GlobalQuoteReader(spelled, now, redaction)
                .read(answer.json())
                .toQuote(symbol, NAME, now);
    }

    /** An error's text is in the same place at every status. */
    private void requireData(HttpAnswer answer) throws SourceException {
        if (answer.status() != 200) {
            String said = answer.isJson() ? ErrorReader.text(answer.json()) : "";
            throw new SourceException(said.isEmpty() ? answer.failure() : answer.failure(redaction.apply(said)));
        }
    }

    /** The last 100 days at most, unless the key is a premium one. */
    @Override
    public History history(Symbol symbol, HistoryRange range) throws SourceException, InterruptedException {
        Instant now = clock.instant();
        String spelled = AlphaVantageSymbols.spell(symbol);
        HttpAnswer answer = client.get(SERIES, spelled, outputSize, key);
        requireData(answer);
        List<DailyBar> bars = new DailySeriesReader(spelled, now, redaction).read(answer.json(), range);
        return new History(symbol, "US", "USD", QuotaDay.ZONE, false, NAME, now, bars, List.of(), List.of());
    }
}
