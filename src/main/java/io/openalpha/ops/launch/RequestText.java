package io.openalpha.ops.launch;

import io.openalpha.market.Symbol;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests as text, by name of the parameter; the same names and forms as the details of a run. */
final class RequestText {

    private static final String SYMBOLS = "symbols";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String FULL = "full";
    private static final Set<String> NAMES = Set.of(SYMBOLS, FROM, TO, FULL);

    private RequestText() {}

    static JobRequest read(String job, Map<String, String> parameters) {
        if (!NAMES.containsAll(parameters.keySet())) {
            throw new IllegalArgumentException("there are no parameters but 'symbols', 'from', 'to' and 'full'");
        }
        return new JobRequest(
                job,
                symbols(parameters.getOrDefault(SYMBOLS, "")),
                date(FROM, parameters.get(FROM)),
                date(TO, parameters.get(TO)),
                flag(parameters.getOrDefault(FULL, "false")));
    }

    static Map<String, String> write(JobRequest request) {
        Map<String, String> parameters = new TreeMap<>();
        if (!request.symbols().isEmpty()) {
            parameters.put(SYMBOLS, request.symbols().stream().map(Symbol::name).collect(Collectors.joining(" ")));
        }
        if (request.from() != null) {
            parameters.put(FROM, request.from().toString());
        }
        if (request.to() != null) {
            parameters.put(TO, request.to().toString());
        }
        if (request.full()) {
            parameters.put(FULL, "true");
        }
        return parameters;
    }

    private static List<Symbol> symbols(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .map(Symbol::of)
                .toList();
    }

    private static @Nullable LocalDate date(String name, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'%s' is no date of the form 2026-11-22".formatted(name), e);
        }
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'full' is neither true nor false");
        };
    }
}
