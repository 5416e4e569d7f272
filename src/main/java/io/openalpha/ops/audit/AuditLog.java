package io.openalpha.ops.audit;

import io.openalpha.format.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** Table {@code audit_event}: grows, and is never changed; the database refuses anything else. */
public final class AuditLog {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ACT = 100;
    private static final int LONGEST_DETAIL = 2_000;

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds an event. What is too long is cut, and control characters become {@code ?}, because names may come from
     * people who were refused.
     *
     * @param details never a secret
     */
    public void record(String who, String what, String target, AuditResult result, Map<String, String> details) {
        Map<String, String> clean = new TreeMap<>();
        details.forEach((name, value) -> clean.put(clean(name, LONGEST_ACT), clean(value, LONGEST_DETAIL)));
        jdbc.sql("""
                        insert into audit_event (who, what, target, result, details)
                        values (:who, :what, :target, :result, :details::jsonb)""")
                .param("who", clean(who, LONGEST_NAME))
                .param("what", clean(what, LONGEST_ACT))
                .param("target", clean(target, LONGEST_NAME))
                .param("result", result.stored())
                .param("details", Json.MAPPER.writeValueAsString(clean))
                .update();
    }

    /**
     * Performs a user's action and records it, whether or not it succeeds.
     *
     * @param act such as {@code promote}
     * @param target what it is done to
     * @param refusal whether a failure of the work is a refusal rather than a fault
     */
    public <T> T perform(String who, String act, String target, Predicate<RuntimeException> refusal, Supplier<T> work) {
        try {
            T done = work.get();
            record(who, act, target, AuditResult.DONE, Map.of());
            return done;
        } catch (RuntimeException e) {
            AuditResult result = refusal.test(e) ? AuditResult.REFUSED : AuditResult.FAILED;
            record(who, act, target, result, Map.of("reason", String.valueOf(e.getMessage())));
            throw e;
        }
    }

    /** One page of events, newest first. */
    public List<AuditEvent> page(AuditQuery query) {
        return jdbc.sql(statement(query))
                .param("who", query.who())
                .param("what", query.what())
                .param("before", query.before())
                .param("limit", query.limit())
                .query(this::event)
                .list();
    }

    /** With the conditions that are asked for and no others, so that each finds its index. */
    private static String statement(AuditQuery query) {
        StringJoiner conditions = new StringJoiner(" and ", " where ", "").setEmptyValue("");
        addIf(query.who(), conditions, "who = :who");
        addIf(query.what(), conditions, "what = :what");
        addIf(query.before(), conditions, "id < :before");
        return "select * from audit_event" + conditions + " order by id desc limit :limit";
    }

    private static void addIf(@Nullable Object value, StringJoiner conditions, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }

    private AuditEvent event(ResultSet row, int number) throws SQLException {
        return new AuditEvent(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("what"),
                row.getString("target"),
                AuditResult.of(row.getString("result")),
                Json.MAPPER.readValue(row.getString("details"), DETAILS));
    }

    private static String clean(String text, int longest) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        if (printable.length() <= longest) {
            return printable;
        }
        int end = Character.isHighSurrogate(printable.charAt(longest - 1)) ? longest - 1 : longest;
        return printable.substring(0, end);
    }
}
