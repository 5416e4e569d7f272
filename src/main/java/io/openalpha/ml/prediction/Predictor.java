package io.openalpha.ml.prediction;

import io.openalpha.market.Symbol;
import io.openalpha.ml.prediction.PredictionResult.NoModel;
import io.openalpha.ml.prediction.PredictionResult.Predicted;
import io.openalpha.ml.prediction.PredictionResult.TooLittleHistory;
import io.openalpha.ml.prediction.PredictionResult.UnknownSymbol;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Returns the forecasts of the serving models for the newest stored bars, from memory: neither the database nor the
 * models are called. Safe for use by many threads.
 */
public final class Predictor {

    /** Symbols that may be asked for at once. */
    public static final int MAX_SYMBOLS = 1000;

    private final LatestForecasts board;
    private final Clock clock;
    private final Period staleAfter;

    Predictor(LatestForecasts board, Clock clock, Period staleAfter) {
        this.board = board;
        this.clock = clock;
        this.staleAfter = staleAfter;
    }

    /** What can be said about a symbol. */
    public PredictionResult predict(Symbol symbol) {
        return outcome(symbol, board.forecasts(), oldest());
    }

    /**
     * What can be said about some symbols, in the order in which they are given, all by the same models.
     *
     * @throws IllegalArgumentException if there are more than {@link #MAX_SYMBOLS}
     */
    public List<PredictionResult> predict(Collection<Symbol> symbols) {
        if (symbols.size() > MAX_SYMBOLS) {
            throw new IllegalArgumentException("%s symbols are more than the %s that may be asked for at once"
                    .formatted(symbols.size(), MAX_SYMBOLS));
        }
        ForecastSet forecasts = board.forecasts();
        LocalDate oldest = oldest();
        return symbols.stream()
                .map(symbol -> outcome(symbol, forecasts, oldest))
                .toList();
    }

    /** All predictions there are, in the order of symbols, all by the same models; none if no model serves. */
    public List<Predicted> predictAll() {
        ForecastSet forecasts = board.forecasts();
        LocalDate oldest = oldest();
        return forecasts.bySymbol().entrySet().stream()
                .map(entry -> predicted(entry.getKey(), entry.getValue(), oldest))
                .toList();
    }

    /** The newest day of which there are features; empty if there are none. */
    public Optional<LocalDate> asOf() {
        return board.forecasts().rows().days().stream().max(LocalDate::compareTo);
    }

    private LocalDate oldest() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minus(staleAfter);
    }

    private static PredictionResult outcome(Symbol symbol, ForecastSet forecasts, LocalDate oldest) {
        Forecast forecast = forecasts.bySymbol().get(symbol);
        NewestRows rows = forecasts.rows();
        if (forecast != null) {
            return predicted(symbol, forecast, oldest);
        }
        if (!rows.known().contains(symbol)) {
            return new UnknownSymbol(symbol);
        }
        return forecasts.loaded().isEmpty()
                ? new NoModel(symbol)
                : new TooLittleHistory(symbol, rows.bars().getOrDefault(symbol, 0));
    }

    private static Predicted predicted(Symbol symbol, Forecast forecast, LocalDate oldest) {
        return new Predicted(
                symbol,
                forecast.asOf(),
                forecast.asOf().isBefore(oldest),
                forecast.probabilities(),
                forecast.combined());
    }
}
