package io.openalpha.web.api;

import io.openalpha.market.Symbol;
import io.openalpha.ops.launch.JobRequest;
import io.openalpha.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(description = "The parameters of a job; all are optional.")
record JobOrder(
        @Schema(example = "[\"AAPL\", \"MSFT\"]", description = "These only: collect and backfill") @Nullable
        List<String> symbols,

        @Schema(example = "2026-01-01", description = "The first day: backfill") @Nullable
        String from,

        @Schema(example = "2026-11-20", description = "The last day: backfill") @Nullable
        String to,

        @Schema(example = "false", description = "Whether what is stored is fetched again: backfill") @Nullable
        Boolean full) {

    static final JobOrder PLAIN = new JobOrder(null, null, null, null);

    /**
     * The request that it is for a job.
     *
     * @throws IllegalArgumentException if it makes no sense, with a message for the user
     * @throws ProblemException if a parameter has a wrong value
     */
    JobRequest request(String job) {
        List<Symbol> named = symbols == null
                ? List.of()
                : symbols.stream().map(JobOrder::symbol).toList();
        return new JobRequest(job, named, day("from", from), day("to", to), Boolean.TRUE.equals(full));
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        try {
            return text == null ? null : RequestParameters.DAY.convert(text);
        } catch (BadTextException e) {
            throw new ProblemException(Problems.badParameter(name, text, e.expected()));
        }
    }

    private static Symbol symbol(@Nullable String name) {
        return Symbol.of(name == null ? "" : name);
    }
}
