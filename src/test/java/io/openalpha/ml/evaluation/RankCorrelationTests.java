package io.openalpha.ml.evaluation;

import static io.openalpha.ml.evaluation.Fixtures.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RankCorrelationTests {

    @Example
    void tiesShareTheMeanOfTheirRanks() {
        assertThat(TiedRanks.of(floats(5, 1, 5, -2, 5), 0, 5).midranks()).containsExactly(4, 2, 4, 1, 4);
    }

    @Example
    void bothZerosAreOneNumber() {
        assertThat(TiedRanks.of(floats(0.0, -0.0, -1), 0, 3).midranks()).containsExactly(2.5, 2.5, 1);
    }

    @Example
    void isPearsonsCorrelationOfTheRanks() {
        // ranks of x 1, 2.5, 2.5, 4; of y 1, 3, 2, 4; from their mean 2.5: -1.5, 0, 0, 1.5 and -1.5, 0.5, -0.5, 1.5
        // products 2.25 + 0 + 0 + 2.25 = 4.5; squares 4.5 and 5; 4.5 / sqrt(4.5 * 5) = 0.948683
        assertThat(of(floats(10, 20, 20, 30), floats(0.1, 0.3, 0.2, 0.4))).isCloseTo(0.948683, within(1e-6));
    }

    @Example
    void withoutTiesTheClassicalFormulaHolds() {
        // 1 - 6 Σd² / (n (n² - 1)) with d = 0, 1, -1, 0: 1 - 12 / 60
        assertThat(of(floats(4, 3, 2, 1), floats(4, 2, 3, 1))).isCloseTo(0.8, within(1e-12));
    }

    @Example
    void whatRanksNothingCorrelatesWithNothing() {
        assertThat(of(floats(1, 1, 1), floats(1, 2, 3))).isZero();
        assertThat(of(floats(7), floats(8))).isZero();
    }

    @Property(tries = 300)
    void onlyTheOrderMatters(@ForAll @Size(min = 2, max = 40) List<@IntRange(min = -50, max = 50) Integer> numbers) {
        double[] values = numbers.stream().mapToDouble(Integer::doubleValue).toArray();
        float[] same = floats(values);
        float[] cubes = floats(DoubleStream.of(values).map(v -> v * v * v).toArray());
        float[] opposite = floats(DoubleStream.of(values).map(v -> -v).toArray());
        boolean constant = numbers.stream().distinct().count() == 1;
        assertThat(of(same, cubes)).isCloseTo(constant ? 0 : 1, within(1e-9));
        assertThat(of(same, opposite)).isCloseTo(constant ? 0 : -1, within(1e-9));
    }

    private static double of(float[] x, float[] y) {
        return RankCorrelation.of(x, y, 0, x.length);
    }
}
