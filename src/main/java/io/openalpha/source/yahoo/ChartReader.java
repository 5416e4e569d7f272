package io.openalpha.source.yahoo;

import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.NoData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds the last complete row in a chart body. A row is complete if none of its values is missing and all make sense; the
 * others are passed over, for Yahoo sends nulls for days that are not final or had no trade.
 */
final class ChartReader {

    /** The only distance between rows that is accepted, for Yahoo silently answers with another than was asked for. */
    static final String GRANULARITY = "1d";

    private static final List<String> COLUMNS = List.of("open", "high", "low", "close", "volume");
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
        JsonNode result = body.path("chart").path("result").path(0);
        JsonNode meta = result.path("meta");
        require("symbol", symbol, meta);
        JsonNode timestamps = result.path("timestamp");
        if (timestamps.isEmpty()) {
            throw new SourceException(new NoData("no rows of " + symbol));
        }
        require("dataGranularity", GRANULARITY, meta);
        JsonNode columns = result.path("indicators").path("quote").path(0);
        return last(timestamps, columns, PriceUnit.of(meta.path("currency")));
    }

    static void require(String field, String expected, JsonNode meta) throws SourceException {
        JsonNode found = meta.path(field);
        if (!found.isString() || !found.asString().equals(expected)) {
            throw garbled("%s is %s instead of %s".formatted(field, excerpt(found), expected));
        }
    }

    private static String excerpt(JsonNode node) {
        String text = node.toString();
        return text.isEmpty() ? "missing" : text.substring(0, Math.min(text.length(), 40));
    }

    private ChartRow last(JsonNode timestamps, JsonNode columns, PriceUnit unit) throws SourceException {
        for (String column : COLUMNS) {
            if (columns.path(column).size() != timestamps.size()) {
                throw garbled("%s rows but %s values of %s"
                        .formatted(timestamps.size(), columns.path(column).size(), column));
            }
        }
        ChartRow latest = null;
        for (int row = 0; row < timestamps.size(); row++) {
            latest = later(latest, row(timestamps, columns, row, unit));
        }
        if (latest == null) {
            throw new SourceException(new NoData("no complete row of " + symbol));
        }
        return latest;
    }

    private @Nullable ChartRow row(JsonNode timestamps, JsonNode columns, int index, PriceUnit unit) {
        List<JsonNode> values = new ArrayList<>();
        for (String column : COLUMNS) {
            values.add(columns.path(column).path(index));
        }
        return values.stream().allMatch(JsonNode::isNumber)
                ? ChartRow.of(timestamps.path(index), values.get(3), values.get(4), unit, latestPlausible)
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
