package io.openalpha.admin.api;

import io.openalpha.admin.launch.JobRequest;
import io.openalpha.market.Symbol;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(description = "What a job is told; all of it may be left out.")
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

    /** @throws IllegalArgumentException if it makes no sense, with a message for the person who asked */
    JobRequest request(String job) {
        List<Symbol> named = symbols == null
                ? List.of()
                : symbols.stream().map(JobOrder::symbol).toList();
        return new JobRequest(
                job,
                named,
                from == null ? null : Reading.DAY.convert(from),
                to == null ? null : Reading.DAY.convert(to),
                Boolean.TRUE.equals(full));
    }

    private static Symbol symbol(@Nullable String name) {
        return Symbol.of(name == null ? "" : name);
    }
}
