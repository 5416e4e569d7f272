package io.openalpha.source.yahoo;

import io.openalpha.market.BarChecks;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.NoData;
import io.openalpha.source.wire.SourceFailure.NotFound;
import io.openalpha.source.wire.SourceFailure.Unusable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds the last complete row in a chart body. A row is complete if none of its prices is missing and all make sense;
 * the others are passed over, for Yahoo sends nulls for days that are not final or had no trade.
 */
final class ChartReader {

    /** The only distance between rows that is accepted, for Yahoo silently answers with another than was asked for. */
    static final String GRANULARITY = "1d";

    private static final List<String> PRICES = List.of("open", "high", "low", "close");
    /** The exchange under which Yahoo lists what is traded no more. */
    private static final String DELISTED = "YHD";

    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private final String symbol;
    private final Instant latestPlausible;

    /**
     * @param symbol whose rows are accepted, in Yahoo's spelling
     * @param now the time of the request; rows well after it are not complete
     */
    ChartReader(String symbol, Instant now) {
        this.symbol = symbol;
        this.latestPlausible = now.plus(CLOCK_SKEW);
    }

    /** @throws SourceException if the body holds an error, nothing of use, or something that was not asked for */
    ChartRow read(JsonNode body) throws SourceException {
        Optional<SourceException> error = ChartError.in(body).map(SourceException::new);
        if (error.isPresent()) {
            throw error.get();
        }
        JsonNode results = body.path("chart").path("result");
        if (results.size() > 1) {
            throw garbled("%s charts instead of that of %s alone".formatted(results.size(), symbol));
        }
        JsonNode result = results.path(0);
        JsonNode meta = result.path("meta");
        requireSymbol(symbol, meta);
        requireListed(symbol, meta);
        JsonNode timestamps = result.path("timestamp");
        if (timestamps.isEmpty()) {
            throw new SourceException(new NoData("no rows of " + symbol));
        }
        requireDays(symbol, meta);
        JsonNode columns = result.path("indicators").path("quote").path(0);
        return last(timestamps, columns, PriceUnit.of(meta.path("currency"), symbol));
    }

    /** Another symbol's chart is no answer. */
    static void requireSymbol(String symbol, JsonNode meta) throws SourceException {
        JsonNode found = meta.path("symbol");
        if (!found.isString() || !found.asString().equals(symbol)) {
            throw garbled("symbol is %s instead of %s".formatted(excerpt(found), symbol));
        }
    }

    /** Rows of a listing that has ended are of long ago, or of another share that had its ticker. */
    static void requireListed(String symbol, JsonNode meta) throws SourceException {
        if (meta.path("exchangeName").asString("").equals(DELISTED)) {
            throw new SourceException(new NotFound(symbol + " is delisted"));
        }
    }

    /** Yahoo answers some symbols in quarters whatever is asked for; asking again does not change that. */
    static void requireDays(String symbol, JsonNode meta) throws SourceException {
        JsonNode found = meta.path("dataGranularity");
        if (!found.isString() || !found.asString().equals(GRANULARITY)) {
            throw new SourceException(new Unusable(
                    "dataGranularity of %s is %s instead of %s".formatted(symbol, excerpt(found), GRANULARITY)));
        }
    }

    private static String excerpt(JsonNode node) {
        String text = node.toString();
        return text.isEmpty() ? "missing" : text.substring(0, Math.min(text.length(), 40));
    }

    private ChartRow last(JsonNode timestamps, JsonNode columns, PriceUnit unit) throws SourceException {
        for (String column : PRICES) {
            requireRows(timestamps, columns, column);
        }
        if (!columns.path("volume").isEmpty()) {
            requireRows(timestamps, columns, "volume");
        }
        List<ChartRow> rows = new ArrayList<>();
        ChartRow latest = null;
        for (int row = 0; row < timestamps.size(); row++) {
            ChartRow complete = row(timestamps, columns, row, unit);
            latest = later(latest, complete);
            if (complete != null) {
                rows.add(complete);
            }
        }
        if (latest == null) {
            throw new SourceException(new NoData("no complete row of " + symbol));
        }
        requireLevel(latest, rows);
        return latest;
    }

    /** A price that is many times those of the days before, or a small part of them, is in another unit or none. */
    private void requireLevel(ChartRow latest, List<ChartRow> rows) throws SourceException {
        double[] closes = rows.stream()
                .mapToDouble(row -> row.close().doubleValue())
                .sorted()
                .toArray();
        double usual = closes[(closes.length - 1) / 2];
        double close = latest.close().doubleValue();
        boolean alone = closes.length == 2;
        if (BarChecks.isFar(close, usual) || (alone && BarChecks.isFar(closes[1], closes[0]))) {
            throw new SourceException(new Unusable("the price of %s is %s after closes of about %s"
                    .formatted(symbol, latest.close(), alone && close == usual ? closes[1] : usual)));
        }
    }

    private static void requireRows(JsonNode timestamps, JsonNode columns, String column) throws SourceException {
        int size = columns.path(column).size();
        if (size != timestamps.size()) {
            throw garbled("%s rows but %s values of %s".formatted(timestamps.size(), size, column));
        }
    }

    private @Nullable ChartRow row(JsonNode timestamps, JsonNode columns, int index, PriceUnit unit) {
        boolean complete = PRICES.stream()
                .allMatch(column -> columns.path(column).path(index).isNumber());
        return complete
                ? ChartRow.of(
                        timestamps.path(index),
                        columns.path("close").path(index),
                        columns.path("volume").path(index),
                        unit,
                        latestPlausible)
                : null;
    }

    private static @Nullable ChartRow later(@Nullable ChartRow a, @Nullable ChartRow b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return b.at().isBefore(a.at()) ? a : b;
    }

    private static SourceException garbled(String detail) {
        return new SourceException(new Garbled(detail));
    }
}
