package io.openalpha.source.yahoo;

import io.openalpha.market.CorporateAction;
import io.openalpha.market.Symbol;
import io.openalpha.source.http.HttpAnswer;
import io.openalpha.source.wire.History;
import io.openalpha.source.wire.HistoryRange;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure.NoData;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A chart of many days, read piece by piece: its columns as numbers, all else as small trees. */
final class HistoryChart {

    private final NumberArrays numbers;
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, JsonNode> trees = new HashMap<>();

    private HistoryChart(NumberArrays numbers) {
        this.numbers = numbers;
    }

    /** @throws SourceException if the body is not a chart, or an error in its place */
    static HistoryChart read(HttpAnswer answer) throws SourceException {
        HistoryChart chart = answer.read(HistoryChart::read);
        if (chart.trees.containsKey("error")) {
            Optional<SourceException> error = ChartError.in(answer.json()).map(SourceException::new);
            if (error.isPresent()) {
                throw error.get();
            }
        }
        return chart;
    }

    private static HistoryChart read(byte[] body, JsonMapper mapper) {
        NumberArrays numbers = NumberArrays.cutFrom(body);
        HistoryChart chart = new HistoryChart(numbers);
        try (JsonParser json = mapper.createParser(numbers.rest())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    String name = json.currentName();
                    chart.readValue(name, json.nextToken(), json);
                }
            }
        }
        return chart;
    }

    private void readValue(String name, JsonToken token, JsonParser json) {
        switch (name) {
            case "timestamp", "open", "high", "low", "close", "volume", "adjclose" -> {
                // The outer "adjclose" holds one object, the inner one holds numbers.
                if (token == JsonToken.START_ARRAY && !(name.equals("adjclose") && isOuter(json))) {
                    Column cut = numbers.at(json);
                    requireFirst(columns.put(name, cut == null ? Column.read(json) : cut), name, json);
                }
            }
            case "meta", "events" -> requireFirst(trees.put(name, json.readValueAsTree()), name, json);
            case "error" -> {
                if (token != JsonToken.VALUE_NULL) {
                    trees.put(name, json.readValueAsTree());
                }
            }
            default -> {}
        }
    }

    /** A chart that says something twice is two charts, or none. */
    private static void requireFirst(@Nullable Object before, String name, JsonParser json) {
        if (before != null) {
            throw new StreamReadException(json, "'%s' is there twice".formatted(name));
        }
    }

    private static boolean isOuter(JsonParser json) {
        return "indicators"
                .equals(json.streamReadContext().getParent().getParent().currentName());
    }

    /** @throws SourceException if the chart is not what was asked for, or has no bar in the range */
    History toHistory(Symbol symbol, String spelled, HistoryRange range, Instant now) throws SourceException {
        JsonNode meta = tree("meta");
        ChartReader.requireSymbol(spelled, meta);
        ChartReader.requireListed(spelled, meta);
        Column timestamps = columns.get("timestamp");
        if (timestamps == null || timestamps.size() == 0) {
            throw new SourceException(new NoData("no rows of " + spelled));
        }
        ChartReader.requireDays(spelled, meta);
        PriceUnit unit = PriceUnit.of(meta.path("currency"), spelled);
        Session session = new Session(meta, now);
        HistoryRows rows = new HistoryRows(timestamps, columns, unit, session);
        String exchange = meta.path("exchangeName").asString("");
        List<CorporateAction> actions = new HistoryEvents(unit, session, range).read(tree("events"));
        return rows.history(symbol, exchange, range, actions);
    }

    private JsonNode tree(String name) {
        return trees.getOrDefault(name, JsonNodeFactory.instance.missingNode());
    }
}
