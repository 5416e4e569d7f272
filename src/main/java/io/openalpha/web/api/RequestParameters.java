package io.openalpha.web.api;

import io.openalpha.market.Symbol;
import io.openalpha.ml.model.VersionName;
import io.openalpha.ops.launch.TaskId;
import io.openalpha.run.RunId;
import io.openalpha.run.RunState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;

/** Reads the parameters of requests. */
final class RequestParameters {

    /** Reads a day, and no day that the database could not store. */
    static final Converter<String, LocalDate> DAY = reader("a day such as 2026-11-22", RequestParameters::day);

    private static final int LAST_YEAR = 9999;

    private RequestParameters() {}

    static void register(FormatterRegistry formats) {
        formats.addConverter(
                String.class,
                Symbol.class,
                reader("a symbol such as AAPL or BRK.B, of at most 20 characters", Symbol::of));
        formats.addConverter(
                String.class,
                VersionName.class,
                reader("the name of a version such as random_forest_20261122_020000", VersionName::parse));
        formats.addConverter(
                String.class, TaskId.class, reader("the id of a task such as train-4k2m9xq1ab", TaskId::new));
        formats.addConverter(
                String.class, RunId.class, reader("a run id: 1 to 100 letters, digits and . _ : -", RunId::new));
        formats.addConverter(String.class, LocalDate.class, DAY);
        formats.addConverter(
                String.class, Instant.class, reader("a time such as 2026-11-22T10:00:00Z", RequestParameters::time));
        formats.addConverter(
                String.class,
                RunState.class,
                reader(
                        Arrays.stream(RunState.values())
                                .map(state -> state.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ", "one of ", "")),
                        text -> RunState.valueOf(text.toUpperCase(Locale.ROOT))));
    }

    private static <T> Converter<String, T> reader(String expected, Function<String, T> read) {
        return text -> {
            try {
                return read.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new BadTextException(expected, e);
            }
        };
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("the year is out of bounds");
        }
        return day;
    }

    private static Instant time(String text) {
        Instant time = Instant.parse(text);
        day(text.substring(0, text.indexOf('T')));
        return time;
    }
}
