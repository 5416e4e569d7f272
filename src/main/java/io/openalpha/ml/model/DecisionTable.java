package io.openalpha.ml.model;

import io.openalpha.format.Json;
import io.openalpha.ml.evaluation.Check;
import io.openalpha.ml.evaluation.Ruling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables {@code model_decision} and {@code promoted_model}, one statement a method. */
final class DecisionTable {

    /** The promotions that were in force before the present one, nearest first, whose versions are still there. */
    private static final String EARLIER = """
            with recursive back (id) as (
                select d.before from promoted_model p join model_decision d on d.id = p.decision
                where p.algorithm = :algorithm
                union all
                select d.before from back join model_decision d on d.id = back.id)
            select d.id, d.version from back join model_decision d on d.id = back.id
            join model_version v on v.version = d.version and v.state = 'published'
            where d.version <> (select version from promoted_model where algorithm = :algorithm)
            order by d.id desc limit 1""";

    private final JdbcClient jdbc;

    DecisionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A promotion to which a rollback can return. */
    record Promotion(long id, VersionName version) {}

    /** Lets one transaction at a time decide about an algorithm, until it ends. */
    void lock(String algorithm) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('openalpha.model.' || :algorithm, 0))")
                .param("algorithm", algorithm)
                .query()
                .singleRow();
    }

    /**
     * Adds to the history.
     *
     * @param before the promotion in force until now, where this decision ends it
     * @return the number of the decision
     */
    long add(VersionName version, Ruling ruling, Reason reason, @Nullable Long before) {
        return jdbc.sql("""
                        insert into model_decision (algorithm, version, ruling, before, decided_by, reason, numbers)
                        values (:algorithm, :version, :ruling, :before, :who, :why, :numbers::jsonb) returning id""")
                .param("algorithm", version.algorithm())
                .param("version", version.toString())
                .param("ruling", ruling.word())
                .param("before", before)
                .param("who", reason.who())
                .param("why", reason.why())
                .param("numbers", Json.STORED.writeValueAsString(new Numbers(reason.checks())))
                .query(Long.class)
                .single();
    }

    /** Lets a version serve by a promotion, which may be an earlier one. */
    void serve(Promotion promotion) {
        jdbc.sql("""
                        insert into promoted_model (algorithm, version, decision) values (:algorithm, :version, :decision)
                        on conflict (algorithm) do update set version = excluded.version, decision = excluded.decision""")
                .param("algorithm", promotion.version().algorithm())
                .param("version", promotion.version().toString())
                .param("decision", promotion.id())
                .update();
    }

    Optional<Long> inForce(String algorithm) {
        return jdbc.sql("select decision from promoted_model where algorithm = :algorithm")
                .param("algorithm", algorithm)
                .query(Long.class)
                .optional();
    }

    Optional<Promotion> earlier(String algorithm) {
        return jdbc.sql(EARLIER)
                .param("algorithm", algorithm)
                .query((row, number) -> new Promotion(row.getLong("id"), VersionName.parse(row.getString("version"))))
                .optional();
    }

    /** The decisions about a version, oldest first. */
    List<ModelDecision> of(VersionName version) {
        return jdbc.sql("select * from model_decision where version = :version order by id")
                .param("version", version.toString())
                .query(DecisionTable::decision)
                .list();
    }

    private static ModelDecision decision(ResultSet row, int number) throws SQLException {
        return new ModelDecision(
                VersionName.parse(row.getString("version")),
                Ruling.of(row.getString("ruling")),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                new Reason(
                        row.getString("decided_by"),
                        row.getString("reason"),
                        Json.STORED
                                .readValue(row.getString("numbers"), Numbers.class)
                                .checks()));
    }

    /** Column {@code numbers}; earlier versions wrote the ruling and the reason there too. */
    private record Numbers(List<Check> checks) {}
}
