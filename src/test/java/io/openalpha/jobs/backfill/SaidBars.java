package io.openalpha.jobs.backfill;

import io.openalpha.market.DailyBar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a body says of single days, read without regard to anything else in it. Only by this can a damage that leaves a
 * body with a plausible price be told from a price that was read wrongly.
 */
final class SaidBars {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final double ROUNDING = 1e-6;

    private record Said(LocalDate date, List<Double> prices, double volume) {}

    private final List<Said> days = new ArrayList<>();

    SaidBars(List<String> bodies) {
        bodies.forEach(this::read);
    }

    private void read(String body) {
        try {
            JsonNode root = JSON.readTree(body);
            JsonNode stamps = column(root, "timestamp");
            for (int row = 0; row < stamps.size(); row++) {
                chartRow(root, stamps.path(row), row);
            }
            root.propertyStream()
                    .filter(property -> property.getKey().startsWith("Time Series"))
                    .flatMap(property -> property.getValue().propertyStream())
                    .forEach(this::seriesDay);
        } catch (JacksonException e) {
            // Says nothing.
        }
    }

    /** The array of this name, wherever it is. */
    private static JsonNode column(JsonNode root, String name) {
        return root.findValues(name).stream()
                .filter(JsonNode::isArray)
                .map(array -> array.path(0).isObject() ? column(array.path(0), name) : array)
                .findFirst()
                .orElse(JSON.createArrayNode());
    }

    private void chartRow(JsonNode root, JsonNode stamp, int row) {
        if (!stamp.isNumber() || Math.abs(stamp.doubleValue()) > 1e11) {
            return;
        }
        double close = number(column(root, "close").path(row));
        JsonNode adjusted = column(root, "adjclose");
        LocalDate date =
                LocalDate.ofInstant(Instant.ofEpochSecond(stamp.longValue()).plus(Duration.ofHours(2)), ZoneOffset.UTC);
        days.add(new Said(
                date,
                List.of(
                        number(column(root, "open").path(row)),
                        number(column(root, "high").path(row)),
                        number(column(root, "low").path(row)),
                        close,
                        adjusted.values().stream().anyMatch(JsonNode::isNumber) ? number(adjusted.path(row)) : close),
                number(column(root, "volume").path(row))));
    }

    private void seriesDay(Map.Entry<String, JsonNode> day) {
        try {
            double[] numbers = Stream.of("1. open", "2. high", "3. low", "4. close", "5. volume")
                    .mapToDouble(key -> text(day.getValue(), key))
                    .toArray();
            days.add(new Said(
                    LocalDate.parse(day.getKey()),
                    List.of(numbers[0], numbers[1], numbers[2], numbers[3], 0.0),
                    numbers[4]));
        } catch (RuntimeException e) {
            // Says nothing.
        }
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }

    private static double text(JsonNode object, String key) {
        try {
            return Double.parseDouble(object.path(key).asString(""));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Whether some body says just this of the day, in whole units or in hundredths. */
    boolean contain(DailyBar bar) {
        return days.stream()
                .anyMatch(day -> day.date().equals(bar.date()) && (isSame(day, bar, 1) || isSame(day, bar, 0.01)));
    }

    private static boolean isSame(Said day, DailyBar bar, double unit) {
        double[] stored = {bar.open(), bar.high(), bar.low(), bar.close(), bar.adjustedClose()};
        for (int i = 0; i < (bar.isAdjusted() ? 5 : 4); i++) {
            if (!(Math.abs(day.prices().get(i) * unit - stored[i]) <= ROUNDING * stored[i])) {
                return false;
            }
        }
        return bar.volume() == (long) day.volume() || (bar.volume() == 0 && !(day.volume() < DailyBar.MOST_VOLUME));
    }
}
