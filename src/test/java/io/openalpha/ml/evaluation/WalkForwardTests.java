package io.openalpha.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WalkForwardTests {

    @Example
    void cutsAHistoryAsWorkedOutByHand() {
        // first test day = 20 + (1 + 2 + 7) = 30; the other 70 days in 4 parts: 30 + 70 i / 4 = 30, 47, 65, 82, 100
        assertThat(WalkForward.folds(100, new WalkForwardSettings(4, 2, 7, 20, 10)))
                .containsExactly(
                        new Fold(1, 0, 20, 30, 47),
                        new Fold(2, 0, 37, 47, 65),
                        new Fold(3, 0, 55, 65, 82),
                        new Fold(4, 0, 72, 82, 100));
    }

    @Example
    void theStandardEmbargoIsTheHorizonAndFiveDays() {
        assertThat(WalkForwardSettings.standard(3)).isEqualTo(new WalkForwardSettings(5, 3, 8, 504, 21));
    }

    @Property
    void noLabelOfATrainingDayComesNearATestDay(
            @ForAll @IntRange(min = 4, max = 12) int folds,
            @ForAll @IntRange(min = 1, max = 20) int horizon,
            @ForAll @IntRange(max = 30) int embargo,
            @ForAll @IntRange(min = 1, max = 300) int train,
            @ForAll @IntRange(min = 1, max = 30) int test,
            @ForAll @IntRange(max = 1000) int spare) {
        WalkForwardSettings settings = new WalkForwardSettings(folds, horizon, embargo, train, test);
        for (Fold fold : WalkForward.folds(settings.daysNeeded() + spare, settings)) {
            int lastTrainingDay = fold.trainTo() - 1;
            int lastDayOfItsLabel = lastTrainingDay + 1 + horizon;
            assertThat(fold.testFrom() - lastDayOfItsLabel - 1).isEqualTo(embargo);
            assertThat(fold.trainFrom()).isZero();
            assertThat(fold.trainTo()).isGreaterThanOrEqualTo(train);
            assertThat(fold.testTo() - fold.testFrom()).isGreaterThanOrEqualTo(test);
        }
    }

    @Property
    void testPeriodsFollowOneAnotherToTheLastDay(
            @ForAll @IntRange(min = 4, max = 12) int folds, @ForAll @IntRange(max = 1000) int spare) {
        WalkForwardSettings settings = new WalkForwardSettings(folds, 1, 6, 50, 5);
        int days = settings.daysNeeded() + spare;
        List<Fold> cut = WalkForward.folds(days, settings);
        assertThat(cut).hasSize(folds);
        assertThat(cut.get(0).testFrom()).isEqualTo(50 + 8);
        assertThat(cut.get(folds - 1).testTo()).isEqualTo(days);
        for (int i = 1; i < folds; i++) {
            assertThat(cut.get(i).testFrom()).isEqualTo(cut.get(i - 1).testTo());
            assertThat(cut.get(i).number()).isEqualTo(i + 1);
        }
    }

    @Example
    void aDayTooFewIsRefusedWithTheNumbers() {
        WalkForwardSettings settings = new WalkForwardSettings(4, 1, 6, 100, 20);
        assertThat(WalkForward.folds(188, settings)).hasSize(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WalkForward.folds(187, settings))
                .withMessage("Walk-forward: 187 days are too few, 188 needed"
                        + " (100 to train, 8 purged and embargoed, 4 folds of 20)");
    }

    @Example
    void settingsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WalkForwardSettings(3, 1, 6, 100, 20))
                .withMessage("Walk-forward folds: 3 given, at least 4 needed");
        assertThatIllegalArgumentException().isThrownBy(() -> new WalkForwardSettings(4, 0, 6, 100, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new WalkForwardSettings(4, 1, -1, 100, 20));
    }

    @Example
    void aFoldThatTrainsOnItsTestIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fold(2, 0, 11, 10, 20))
                .withMessageContaining("training days [0, 11) do not lie before test days [10, 20)");
    }
}
