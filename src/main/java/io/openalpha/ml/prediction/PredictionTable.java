package io.openalpha.ml.prediction;

import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.prediction.PredictionResult.Predicted;
import io.openalpha.ml.prediction.PredictionResult.Probability;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tables {@code prediction} and {@code prediction_outcome}: rows are added, never changed, and removed with age.
 */
final class PredictionTable {

    /** Days of the calendar that an outcome is waited for: the longest horizon, and then some. */
    private static final int PATIENCE_DAYS = 120;

    private final JdbcClient jdbc;

    PredictionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one model said of one symbol. */
    private record Said(Predicted of, Probability what) {}

    /**
     * Predictions whose outcome may be known by now.
     *
     * @param first the day of the earliest
     */
    record Unsettled(LabelSettings label, LocalDate first) {}

    /**
     * What is known of a row.
     *
     * @param due the day at whose open it was known
     */
    record Settled(String symbol, LocalDate asOf, float forwardReturn, boolean cameTrue, LocalDate due) {}

    /**
     * Adds what was predicted of enabled symbols; what was added before stays as it is, and nothing is added whose
     * outcome is known.
     *
     * @param made when
     * @return how many rows were added
     */
    int add(List<Predicted> predicted, Instant made) {
        List<Said> all = predicted.stream()
                .flatMap(of -> of.probabilities().stream().map(what -> new Said(of, what)))
                .toList();
        return jdbc.sql("""
                        insert into prediction (symbol, as_of, version, algorithm, label, horizon, probability, made_at)
                        select n.*, :made from unnest(:symbols::text[], :days::date[], :versions::text[], :algorithms::text[],
                                :labels::text[], :horizons::int[], :probabilities::float8[])
                            n(symbol, as_of, version, algorithm, label, horizon, probability)
                        join symbol s on s.name = n.symbol and s.enabled
                        where not exists (select from prediction_outcome o where o.symbol = n.symbol and o.as_of = n.as_of
                            and o.label = n.label and o.horizon = n.horizon)
                        on conflict do nothing""")
                .param("symbols", texts(all, said -> said.of().symbol().name()))
                .param("days", texts(all, said -> said.of().asOf()))
                .param("versions", texts(all, said -> said.what().model().version()))
                .param(
                        "algorithms",
                        texts(all, said -> said.what().model().version().algorithm()))
                .param("labels", texts(all, said -> word(said.what().model().label())))
                .param(
                        "horizons",
                        texts(all, said -> said.what().model().label().horizon()))
                .param("probabilities", texts(all, said -> said.what().value()))
                .param("made", made.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What may be settled now, by label. */
    List<Unsettled> unsettled(LocalDate newest) {
        return jdbc.sql("""
                        select p.label, p.horizon, min(p.as_of) as first from prediction p
                        where p.as_of + p.horizon < :newest and p.as_of > :newest - :patience
                            and not exists (select from prediction_outcome o where o.symbol = p.symbol and o.as_of = p.as_of
                                and o.label = p.label and o.horizon = p.horizon)
                        group by p.label, p.horizon""")
                .param("newest", newest)
                .param("patience", PATIENCE_DAYS)
                .query((row, number) -> new Unsettled(
                        new LabelSettings(
                                LabelSettings.Kind.valueOf(
                                        row.getString("label").toUpperCase(Locale.ROOT)),
                                row.getInt("horizon")),
                        row.getObject("first", LocalDate.class)))
                .list();
    }

    /**
     * Adds the outcomes of what was predicted; others are left aside.
     *
     * @return how many rows were added
     */
    int settle(LabelSettings label, List<Settled> outcomes) {
        return jdbc.sql("""
                        insert into prediction_outcome (symbol, as_of, label, horizon, forward_return, came_true, due)
                        select n.symbol, n.as_of, :label, :horizon, n.forward_return, n.came_true, n.due
                        from unnest(:symbols::text[], :days::date[], :returns::float8[], :labels::boolean[], :due::date[])
                            n(symbol, as_of, forward_return, came_true, due)
                        where exists (select from prediction p where p.symbol = n.symbol and p.as_of = n.as_of
                            and p.label = :label and p.horizon = :horizon)
                        on conflict do nothing""")
                .param("label", word(label))
                .param("horizon", label.horizon())
                .param("symbols", texts(outcomes, Settled::symbol))
                .param("days", texts(outcomes, Settled::asOf))
                .param("returns", texts(outcomes, Settled::forwardReturn))
                .param("labels", texts(outcomes, Settled::cameTrue))
                .param("due", texts(outcomes, Settled::due))
                .update();
    }

    /** Removes all that is of days before this one. */
    void forgetBefore(LocalDate first) {
        jdbc.sql("delete from prediction where as_of < :first")
                .param("first", first)
                .update();
        jdbc.sql("delete from prediction_outcome where as_of < :first")
                .param("first", first)
                .update();
    }

    private static String word(LabelSettings label) {
        return label.kind().name().toLowerCase(Locale.ROOT);
    }

    private static <T> String[] texts(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(row -> value.apply(row).toString()).toArray(String[]::new);
    }
}
