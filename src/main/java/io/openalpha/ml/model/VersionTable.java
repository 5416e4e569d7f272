package io.openalpha.ml.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openalpha.ml.evaluation.Ruling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code model_version}, one statement a method. */
final class VersionTable {

    private static final String PUBLISHED = """
            v.version, v.published_at, v.manifest, v.job_instance_id, d.ruling
            from model_version v
            left join promoted_model p on p.version = v.version left join model_decision d on d.id = p.decision
            where v.state = 'published'""";

    private final JdbcClient jdbc;

    VersionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes a name for a version that is about to be uploaded.
     *
     * @return false if the name is taken
     */
    boolean reserve(VersionName name, @Nullable Long jobInstanceId) {
        return jdbc.sql("""
                        insert into model_version (version, algorithm, job_instance_id)
                        values (:version, :algorithm, :job) on conflict do nothing""")
                        .param("version", name.toString())
                        .param("algorithm", name.algorithm())
                        .param("job", jobInstanceId)
                        .update()
                == 1;
    }

    /**
     * Makes a draft visible.
     *
     * @return false if it is no draft any more
     */
    boolean publish(VersionName name, Manifest manifest) {
        return jdbc.sql("""
                        update model_version set state = 'published', published_at = clock_timestamp(), sha256 = :sha256,
                            manifest = :manifest::jsonb
                        where version = :version and state = 'draft'""")
                        .param("version", name.toString())
                        .param("sha256", manifest.model().sha256())
                        .param("manifest", new String(ManifestJson.write(manifest), UTF_8))
                        .update()
                == 1;
    }

    /** Published versions, newest first. */
    List<ModelVersion> published() {
        return jdbc.sql("select " + PUBLISHED + " order by v.published_at desc, v.version desc")
                .query(VersionTable::version)
                .list();
    }

    Optional<ModelVersion> published(VersionName name) {
        return jdbc.sql("select " + PUBLISHED + " and v.version = :version")
                .param("version", name.toString())
                .query(VersionTable::version)
                .optional();
    }

    Optional<ModelVersion> promoted(String algorithm) {
        return jdbc.sql("select " + PUBLISHED + " and p.algorithm = :algorithm")
                .param("algorithm", algorithm)
                .query(VersionTable::version)
                .optional();
    }

    /** The versions that serve, by the names of their algorithms. */
    List<ModelVersion> promoted() {
        return jdbc.sql("select " + PUBLISHED + " and p.version is not null order by v.algorithm")
                .query(VersionTable::version)
                .list();
    }

    /** The version of each algorithm that was published last, by the names of the algorithms. */
    List<ModelVersion> newest() {
        return jdbc.sql("select distinct on (v.algorithm) " + PUBLISHED
                        + " order by v.algorithm, v.published_at desc, v.version desc")
                .query(VersionTable::version)
                .list();
    }

    List<VersionName> serving() {
        return names(jdbc.sql("select version from promoted_model order by algorithm"));
    }

    /** Names of the algorithms that have published versions, in order. */
    List<String> algorithms() {
        return jdbc.sql("select distinct algorithm from model_version where state = 'published' order by algorithm")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /**
     * Takes all but the newest versions of an algorithm, and the one that serves, out of sight.
     *
     * @return those that were
     */
    List<VersionName> discardAllBut(int newest, String algorithm) {
        return names(jdbc.sql("""
                        update model_version set state = 'discarded' where state = 'published' and version in (
                            select version from model_version where state = 'published' and algorithm = :algorithm
                            order by version desc offset :newest)
                        and version not in (select version from promoted_model) returning version""").param("algorithm", algorithm).param("newest", newest));
    }

    /** Gives up the drafts that were begun so long ago, so that none of them can be published any more. */
    void discardDrafts(Duration age) {
        jdbc.sql("""
                        update model_version set state = 'discarded'
                        where state = 'draft' and begun_at <= clock_timestamp() - :millis * interval '1 millisecond'""").param("millis", age.toMillis()).update();
    }

    /** Gives up a draft, so that its files are removed by the next sweep. */
    void discardDraft(VersionName name) {
        jdbc.sql("update model_version set state = 'discarded' where version = :version and state = 'draft'")
                .param("version", name.toString())
                .update();
    }

    List<VersionName> discarded() {
        return names(jdbc.sql("select version from model_version where state = 'discarded' order by version"));
    }

    /** Names of all versions in whatever state. */
    List<VersionName> all() {
        return names(jdbc.sql("select version from model_version"));
    }

    /** Deletes a version that is not visible. */
    void remove(VersionName name) {
        jdbc.sql("delete from model_version where version = :version and state <> 'published'")
                .param("version", name.toString())
                .update();
    }

    private static List<VersionName> names(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> VersionName.parse(row.getString("version")))
                .list();
    }

    private static ModelVersion version(ResultSet row, int number) throws SQLException {
        return new ModelVersion(
                VersionName.parse(row.getString("version")),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                standing(row.getString("ruling")),
                ManifestJson.read(row.getString("manifest").getBytes(UTF_8)),
                row.getObject("job_instance_id", Long.class));
    }

    private static Standing standing(@Nullable String promotion) {
        if (promotion == null) {
            return Standing.STORED;
        }
        return Ruling.of(promotion) == Ruling.PROVISIONAL ? Standing.PROVISIONAL : Standing.PROMOTED;
    }
}
