package io.openalpha.run;

import io.openalpha.format.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Reads rows of the job repository, whose times are UTC without saying so. */
final class RunRows {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};
    private static final Pattern EXCEPTION = Pattern.compile("^[\\w$.]+(?:Exception|Error): ");

    private RunRows() {}

    static ExecutionRecord execution(ResultSet row, int number) throws SQLException {
        Instant created = Objects.requireNonNull(instant(row, "create_time"));
        Instant ended = instant(row, "end_time");
        return new ExecutionRecord(
                row.getLong("job_execution_id"),
                row.getLong("job_instance_id"),
                text(row, "job_name"),
                text(row, "run_id"),
                text(row, "shard"),
                RunState.of(text(row, "status"), text(row, "exit_code"), row.getBoolean("held")),
                created,
                ended,
                ended == null ? null : Duration.between(created, ended),
                row.getLong("items"),
                RunCounts.of(row.getLong("run_items"), counts(row, "counts"), counts(row, "failures")),
                message(row),
                row.getBoolean("resumed"),
                row.getString("asked_by"),
                share(row),
                row.getString("trace_id"));
    }

    static StepRecord step(ResultSet row, int number) throws SQLException {
        return new StepRecord(
                row.getLong("job_execution_id"),
                text(row, "step_name"),
                RunState.of(text(row, "status"), "", row.getBoolean("held")),
                instant(row, "start_time"),
                instant(row, "end_time"),
                row.getLong("read_count"),
                row.getLong("write_count"),
                row.getLong("read_skip_count")
                        + row.getLong("process_skip_count")
                        + row.getLong("write_skip_count")
                        + row.getLong("filter_count"),
                row.getLong("commit_count"),
                row.getLong("rollback_count"),
                message(row),
                share(row));
    }

    static RunFailure failure(ResultSet row, int number) throws SQLException {
        return new RunFailure(
                text(row, "job_name"),
                text(row, "run_id"),
                text(row, "item"),
                text(row, "reason"),
                text(row, "detail"),
                row.getBoolean("retryable"),
                row.getObject("failed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable StepShare share(ResultSet row) throws SQLException {
        long total = row.getLong("share_total");
        return total == 0
                ? null
                : new StepShare(row.getString("share_step"), Math.min(row.getLong("share_done"), total), total);
    }

    /** The first line; a stack trace may follow. */
    private static String message(ResultSet row) throws SQLException {
        String line = text(row, "exit_message").lines().findFirst().orElse("");
        return EXCEPTION.matcher(line).replaceFirst("").strip();
    }

    private static Map<String, Long> counts(ResultSet row, String column) throws SQLException {
        return Json.MAPPER.readValue(Objects.requireNonNullElse(row.getString(column), "{}"), COUNTS);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
