package io.openalpha.web.dashboard;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Predictions of past days, most of which came true or did not. */
final class PlantedPredictions {

    private final JdbcClient jdbc;

    private PlantedPredictions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static void in(JdbcClient jdbc) {
        PlantedPredictions planted = new PlantedPredictions(jdbc);
        planted.of("KO", 40, 24);
        planted.of("AMZN", 3, 2);
    }

    /** One a day up to today, the last of which is open. */
    private void of(String symbol, int known, int hits) {
        for (int day = 0; day <= known; day++) {
            // Hits are spread over the days.
            boolean hit = day * hits / known != (day + 1) * hits / known;
            boolean above = day % 3 != 0;
            double probability = 0.5 + (above ? 0.01 : -0.01) + 0.0009 * (day % 7);
            jdbc.sql("""
                            insert into prediction values (:symbol, current_date - :ago, 'random_forest_20260101_020000',
                                'random_forest', 'above_median', 1, :probability, current_date - :ago + interval '23 hours')""")
                    .param("symbol", symbol)
                    .param("ago", known - day)
                    .param("probability", probability)
                    .update();
            if (day < known) {
                settle(symbol, known - day, hit == above, 0.003 * (day % 5 + 1));
            }
        }
    }

    private void settle(String symbol, int ago, boolean cameTrue, double size) {
        jdbc.sql("""
                        insert into prediction_outcome values (:symbol, current_date - :ago, 'above_median', 1, :return, :true,
                            current_date - :ago + 2, now())""")
                .param("symbol", symbol)
                .param("ago", ago)
                .param("return", cameTrue ? size : -size)
                .param("true", cameTrue)
                .update();
    }
}
