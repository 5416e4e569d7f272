package io.openalpha.web.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.SymbolAccount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One execution of a run. */
@Schema(name = "Run", description = "One execution of a run.")
public record RunView(
        @Schema(example = "4711", description = "Grows with time")
        long execution,

        @Schema(example = "collect") String job,

        @JsonProperty("run_id") @Schema(example = "20261122T101500.123Z")
        String runId,

        @Schema(example = "2/8", description = "The part of the run that it did; null when it did all of it") @Nullable
        String shard,

        @Schema(example = "completed") String state,

        @JsonProperty("begun_at") @Schema(example = "2026-11-22T10:15:00Z")
        Instant begunAt,

        @Schema(example = "41.7", description = "How long it ran; null before its end") @Nullable
        Double seconds,

        @Schema(example = "503", description = "What it committed in its longest step")
        long items,

        @Schema(
                description = "Symbols of the whole run, or shard; null for a training, and where a later execution"
                        + " continues it")
        @Nullable
        Symbols symbols,

        @Schema(
                example = "{\"collected.yahoo\": 503}",
                description = "Of the whole run, or shard; empty where a later execution goes on with it")
        Map<String, Long> counts,

        @Schema(
                example = "{\"not_found\": 2}",
                description = "Of the whole run, or shard, by reason; empty where a later execution goes on with it")
        Map<String, Long> failures,

        @Schema(example = "", description = "Why it ended so; empty when all was well")
        String message,

        @JsonProperty("trace_id")
        @Schema(
                example = "4bf92f3577b34da6a3ce929d0e0e4736",
                description = "Of the OpenTelemetry trace that it was sent as; null if it was not")
        @Nullable
        String traceId) {

    public static RunView of(ExecutionRecord run) {
        return new RunView(
                run.execution(),
                run.job(),
                run.runId(),
                run.shard().isEmpty() ? null : run.shard(),
                run.state().name().toLowerCase(Locale.ROOT),
                run.created(),
                seconds(run.duration()),
                run.items(),
                Symbols.of(run.account()),
                run.counts().counts(),
                run.counts().failures(),
                run.message(),
                run.traceId());
    }

    static @Nullable Double seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis() / 1e3;
    }

    /** What became of the symbols of a run. */
    @Schema(name = "Symbols", description = "What became of the symbols of a run: asked = had + failed + missing.")
    public record Symbols(
            @Schema(example = "505", description = "What the run was to ask for")
            long asked,

            @Schema(example = "503") long had,
            @Schema(example = "2") long failed,

            @Schema(example = "0", description = "Without any answer; while the run is at work those still to come")
            long missing) {

        static @Nullable Symbols of(@Nullable SymbolAccount account) {
            return account == null
                    ? null
                    : new Symbols(account.asked(), account.had(), account.failedTotal(), account.missing());
        }
    }
}
