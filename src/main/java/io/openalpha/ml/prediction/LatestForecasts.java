package io.openalpha.ml.prediction;

import java.util.List;

/**
 * Where forecasts are to be seen. When models or features are others, all forecasts are made anew by the thread that
 * brings them, and then take the place of the old ones in one step: a reader meanwhile neither waits nor sees half of
 * it.
 */
final class LatestForecasts {

    private volatile ForecastSet forecasts = ForecastSet.NONE;

    ForecastSet forecasts() {
        return forecasts;
    }

    synchronized void show(List<LoadedModel> models) {
        forecasts = ForecastSet.of(models, forecasts.rows());
    }

    synchronized void show(NewestRows rows) {
        forecasts = ForecastSet.of(forecasts.loaded(), rows);
    }
}
