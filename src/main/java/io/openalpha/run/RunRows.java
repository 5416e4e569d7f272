package io.openalpha.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of the job repository, whose times are UTC without saying so. */
final class RunRows {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};
    private static final Pattern EXCEPTION = Pattern.compile("^[\\w$.]+(?:Exception|Error): ");

    private final JsonMapper json;

    RunRows(JsonMapper json) {
        this.json = json;
    }

    ExecutionRecord execution(ResultSet row) throws SQLException {
        return new ExecutionRecord(
                row.getLong("job_execution_id"),
                text(row, "job_name"),
                text(row, "run_id"),
                text(row, "shard"),
                text(row, "status"),
                row.getObject("create_time", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                duration(row),
                row.getLong("items"),
                counts(row, "counts"),
                counts(row, "failures"),
                message(text(row, "exit_message")));
    }

    static StepRecord step(ResultSet row) throws SQLException {
        return new StepRecord(
                row.getLong("job_execution_id"),
                text(row, "step_name"),
                text(row, "status"),
                duration(row),
                row.getLong("write_count"),
                row.getLong("commit_count"),
                row.getLong("rollback_count"),
                message(text(row, "exit_message")));
    }

    /** The first line; a stack trace may follow. */
    private static String message(String exitMessage) {
        String line = exitMessage.lines().findFirst().orElse("");
        return EXCEPTION.matcher(line).replaceFirst("").strip();
    }

    private Map<String, Long> counts(ResultSet row, String column) throws SQLException {
        return json.readValue(Objects.requireNonNullElse(row.getString(column), "{}"), COUNTS);
    }

    private static @Nullable Duration duration(ResultSet row) throws SQLException {
        LocalDateTime start = row.getObject("start_time", LocalDateTime.class);
        LocalDateTime end = row.getObject("end_time", LocalDateTime.class);
        return start == null || end == null ? null : Duration.between(start, end);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
