package io.openalpha.ops.launch;

import io.openalpha.market.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run to start: a job and its parameters. Only {@code collect} and {@code backfill} take symbols, and only
 * {@code backfill} the rest.
 *
 * @param job {@code collect}, {@code backfill} or {@code train}
 * @param symbols these only, at most 1,000, each once; every enabled one when there are none
 * @param from the first day to fetch; null for whatever is missing
 * @param to the last day to fetch; null for today
 * @param full whether what is stored is fetched again, too
 */
public record JobRequest(
        String job,
        List<Symbol> symbols,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean full) {

    static final String COLLECT = "collect";
    static final String BACKFILL = "backfill";
    static final String TRAIN = "train";

    /** Names of the jobs that can be started. */
    public static final List<String> JOBS = List.of(COLLECT, BACKFILL, TRAIN);

    private static final int MOST_SYMBOLS = 1_000;

    /** @throws IllegalArgumentException if it makes no sense, with a message for the user */
    public JobRequest {
        symbols = symbols.stream().distinct().toList();
        require(JOBS.contains(job), "there is no such job to start: one of %s".formatted(String.join(", ", JOBS)));
        require(symbols.isEmpty() || !job.equals(TRAIN), "train takes no symbols: it learns from all that are stored");
        require(
                symbols.size() <= MOST_SYMBOLS,
                String.format(
                        Locale.ROOT,
                        "%d symbols are named, and at most %,d can be; name none for all",
                        symbols.size(),
                        MOST_SYMBOLS));
        require(
                job.equals(BACKFILL) || (from == null && to == null && !full),
                "%s takes no 'from', 'to' or 'full': only backfill does".formatted(job));
        require(
                from == null || to == null || !to.isBefore(from),
                "the history ends on %s, before it begins on %s".formatted(to, from));
    }

    /** Collects the latest quotes of these symbols, or of every enabled one when there are none. */
    public static JobRequest collect(List<Symbol> symbols) {
        return new JobRequest(COLLECT, symbols, null, null, false);
    }

    /** Trains on all that is stored. */
    public static JobRequest train() {
        return new JobRequest(TRAIN, List.of(), null, null, false);
    }

    /**
     * A request from text: {@code symbols} separated by commas or spaces, {@code from} and {@code to} as ISO dates,
     * {@code full} as {@code true} or {@code false}.
     *
     * @throws IllegalArgumentException if it makes no sense, with a message for the user
     */
    public static JobRequest of(String job, Map<String, String> parameters) {
        return RequestText.read(job, parameters);
    }

    /** The same as text, from which {@link #of} makes it again. */
    Map<String, String> parameters() {
        return RequestText.write(this);
    }

    /** The command line that does it, without the program. */
    List<String> commandLine() {
        List<String> line = new ArrayList<>();
        line.add(job);
        line.addAll(arguments());
        return line;
    }

    /** The command line's part behind the command. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (from != null) {
            arguments.addAll(List.of("--from", from.toString()));
        }
        if (to != null) {
            arguments.addAll(List.of("--to", to.toString()));
        }
        if (full) {
            arguments.add("--full");
        }
        symbols.forEach(symbol -> arguments.add(symbol.name()));
        return arguments;
    }

    private static void require(boolean met, String complaint) {
        if (!met) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
