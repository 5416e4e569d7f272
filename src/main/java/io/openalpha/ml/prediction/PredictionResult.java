package io.openalpha.ml.prediction;

import io.openalpha.market.Symbol;
import io.openalpha.ml.feature.FeatureSet;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said about one symbol. */
public sealed interface PredictionResult {

    Symbol symbol();

    /** What one model says: the probability that its label is 1. */
    record Probability(ServingModel model, double value) {}

    /**
     * A prediction.
     *
     * @param asOf day, at the exchange, after whose close it is made; its features know nothing of later days
     * @param stale whether that day is longer ago than {@link PredictionProperties#staleAfter}
     * @param probabilities of every model that serves, by the names of their algorithms
     * @param combined the mean of the probabilities; null where the models do not foresee the same thing
     */
    record Predicted(
            Symbol symbol,
            LocalDate asOf,
            boolean stale,
            List<Probability> probabilities,
            @Nullable Double combined) implements PredictionResult {}

    /** OpenAlpha does not know the symbol. */
    record UnknownSymbol(Symbol symbol) implements PredictionResult {}

    /**
     * Too few bars follow one another up to the last two weeks.
     *
     * @param bars final bars with an adjusted close of the last months
     */
    record TooLittleHistory(Symbol symbol, int bars) implements PredictionResult {

        /** Bars that are needed. */
        public static final int NEEDED = FeatureSet.LOOK_BACK;
    }

    /** The symbol could be predicted, but no model serves. */
    record NoModel(Symbol symbol) implements PredictionResult {}
}
