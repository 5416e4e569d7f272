package io.openalpha.ml.prediction;

import io.openalpha.market.Symbol;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.model.VersionName;
import io.openalpha.ml.prediction.PastPrediction.Realised;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was predicted, and what came of it. */
public final class PastPredictions {

    private final JdbcClient jdbc;

    PastPredictions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The predictions of a symbol that are kept, by algorithm and day: of each day the one that was made first. One
     * made when the day of the outcome had begun at the exchange is left out.
     */
    public List<PastPrediction> of(Symbol symbol) {
        return jdbc.sql("""
                        select distinct on (p.algorithm, p.as_of) p.*, o.forward_return, o.came_true
                        from prediction p
                        left join bar_series s on s.symbol = p.symbol
                        left join prediction_outcome o on o.symbol = p.symbol and o.as_of = p.as_of
                            and o.label = p.label and o.horizon = p.horizon
                        where p.symbol = :symbol
                            and (o.due is null or (p.made_at at time zone coalesce(s.zone, 'UTC'))::date < o.due)
                        order by p.algorithm, p.as_of, p.made_at""")
                .param("symbol", symbol.name())
                .query((row, number) -> prediction(row))
                .list();
    }

    private static PastPrediction prediction(ResultSet row) throws SQLException {
        return new PastPrediction(
                row.getObject("as_of", LocalDate.class),
                VersionName.parse(row.getString("version")),
                new LabelSettings(
                        LabelSettings.Kind.valueOf(row.getString("label").toUpperCase(Locale.ROOT)),
                        row.getInt("horizon")),
                row.getDouble("probability"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                realised(row));
    }

    private static @Nullable Realised realised(ResultSet row) throws SQLException {
        boolean cameTrue = row.getBoolean("came_true");
        return row.wasNull() ? null : new Realised(row.getDouble("forward_return"), cameTrue);
    }
}
