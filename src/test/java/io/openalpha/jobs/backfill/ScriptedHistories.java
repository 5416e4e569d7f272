package io.openalpha.jobs.backfill;

import com.sun.net.httpserver.HttpExchange;
import io.openalpha.source.ScriptedServer;
import io.openalpha.source.yahoo.Charts;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A source of histories as a test writes them; each answer is cut to the days that are asked for. */
final class ScriptedHistories implements AutoCloseable {

    private static final Pattern PERIOD = Pattern.compile("period1=(-?\\d+)&period2=(-?\\d+)");

    private final ScriptedServer server = new ScriptedServer();
    private final Map<String, History> histories = new ConcurrentHashMap<>();
    private volatile String leftOut = "";

    /** A day as the source has it; a close of NaN stands for no prices. */
    record Day(LocalDate date, double close, double adjustedClose) {}

    /** An event in the source's JSON, such as {@code "amount":2}. */
    record Event(String kind, LocalDate date, String members) {}

    /** Leaves a column of the chart out of every answer, or none for an empty name. */
    void leavesOut(String column) {
        leftOut = column;
    }

    record History(String currency, List<Day> days, List<Event> events) {}

    ScriptedHistories() {
        server.handles(this::answer);
    }

    String uri() {
        return server.uri().toString();
    }

    List<String> requests() {
        return server.requests();
    }

    void has(String symbol, String currency, List<Day> days, Event... events) {
        histories.put(symbol, new History(currency, days, List.of(events)));
    }

    void forgets(String symbol) {
        histories.remove(symbol);
    }

    /** Weekdays from one day on, with closes that move a little, times a factor that may depend on the day. */
    static List<Day> days(LocalDate first, LocalDate last, Function<LocalDate, Double> factor) {
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() <= 5) {
                double close = (100 + 3 * Math.sin((double) day.toEpochDay())) * factor.apply(day);
                days.add(new Day(day, close, close));
            }
        }
        return days;
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        String symbol = asked.getPath().substring(asked.getPath().lastIndexOf('/') + 1);
        History history = histories.get(symbol);
        if (history == null) {
            ScriptedServer.answer(404, Charts.error("Not Found")).handle(exchange);
            return;
        }
        Matcher period = PERIOD.matcher(asked.getQuery());
        if (!period.find()) {
            throw new IOException("no period in " + asked);
        }
        long from = Long.parseLong(period.group(1));
        long to = Long.parseLong(period.group(2));
        List<Day> days = history.days().stream()
                .filter(day -> stamp(day.date()) >= from && stamp(day.date()) < to)
                .toList();
        String chart = chart(symbol, history, days, from, to);
        ScriptedServer.answer(200, leftOut.isEmpty() ? chart : chart.replace('"' + leftOut + "\":[", "\"other\":["))
                .handle(exchange);
    }

    private static long stamp(LocalDate day) {
        return day.atTime(9, 0).toEpochSecond(ZoneOffset.UTC);
    }

    private static String chart(String symbol, History history, List<Day> days, long from, long to) {
        String closes = column(days, day -> number(day.close()));
        String adjusted = column(days, day -> number(day.adjustedClose()));
        String events = history.events().stream()
                .filter(event -> stamp(event.date()) >= from && stamp(event.date()) < to)
                .collect(Collectors.groupingBy(Event::kind))
                .entrySet()
                .stream()
                .map(kind -> "\"%s\":{%s}"
                        .formatted(
                                kind.getKey(),
                                kind.getValue().stream()
                                        .map(event -> "\"%s\":{\"date\":%s,%s}"
                                                .formatted(
                                                        event.members().hashCode(),
                                                        stamp(event.date()),
                                                        event.members()))
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining(","));
        return Charts.history(
                symbol,
                "\"currency\":\"%s\",".formatted(history.currency()),
                "UTC",
                column(days, day -> Long.toString(stamp(day.date()))),
                closes,
                "[" + adjusted + "]",
                column(days, day -> "1000"),
                "{" + events + "}");
    }

    private static String column(List<Day> days, Function<Day, String> value) {
        return days.stream().map(value).collect(Collectors.joining(","));
    }

    private static String number(double number) {
        return Double.isNaN(number) ? "null" : Double.toString((float) number);
    }

    @Override
    public void close() {
        server.close();
    }
}
