package io.openalpha.ml.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts history by date: every fold trains on all days from the first (an expanding window) and is tested on the next
 * days, and the test periods follow one another to the last day.
 *
 * <p>Training days whose label window t+1 to t+1+horizon reaches into the test period are purged, and an embargo is
 * left between the last such window and the test (M. López de Prado, <i>Advances in Financial Machine Learning</i>,
 * 2018, chapter 7). Folds only ever train on what came before.
 */
public final class WalkForward {

    private WalkForward() {}

    /**
     * The folds of a history, earliest first.
     *
     * @param days trading days with known labels
     * @throws IllegalArgumentException when they are fewer than {@link WalkForwardSettings#daysNeeded()}
     */
    public static List<Fold> folds(int days, WalkForwardSettings settings) {
        if (days < settings.daysNeeded()) {
            throw new IllegalArgumentException(
                    ("Walk-forward: %s days are too few, %s needed (%s to train, %s purged and embargoed, %s"
                                    + " folds of %s)")
                            .formatted(
                                    days,
                                    settings.daysNeeded(),
                                    settings.minTrainDays(),
                                    settings.gap(),
                                    settings.folds(),
                                    settings.minTestDays()));
        }
        return IntStream.range(0, settings.folds())
                .mapToObj(i -> fold(i, days, settings))
                .toList();
    }

    private static Fold fold(int i, int days, WalkForwardSettings settings) {
        int testFrom = boundary(i, days, settings);
        return new Fold(i + 1, 0, testFrom - settings.gap(), testFrom, boundary(i + 1, days, settings));
    }

    private static int boundary(int i, int days, WalkForwardSettings settings) {
        long tested = (long) days - settings.firstTestDay();
        return settings.firstTestDay() + (int) (tested * i / settings.folds());
    }
}
