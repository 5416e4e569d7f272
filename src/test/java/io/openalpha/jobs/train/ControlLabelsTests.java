package io.openalpha.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.feature.SyntheticMarket;
import org.junit.jupiter.api.Test;

class ControlLabelsTests {

    private static final Dataset DATASET = new SyntheticMarket(3, 21, 150, 0.3).dataset(LabelSettings.DEFAULT);

    private final byte[] labels = ControlLabels.of(DATASET, 1);

    @Test
    void everyDayKeepsItsShareOfEachLabel() {
        for (int day = 0; day < DATASET.days().size(); day++) {
            assertThat(ones(labels, day)).isEqualTo(ones(DATASET.labels(), day));
        }
        assertThat(labels).isNotEqualTo(DATASET.labels());
    }

    @Test
    void unknownLabelsStayWhereTheyAre() {
        assertThat(DATASET.labels()).contains(Dataset.LABEL_UNKNOWN);
        for (int row = 0; row < labels.length; row++) {
            assertThat(labels[row] == Dataset.LABEL_UNKNOWN).isEqualTo(DATASET.labels()[row] == Dataset.LABEL_UNKNOWN);
        }
    }

    @Test
    void theSeedAloneDecides() {
        assertThat(ControlLabels.of(DATASET, 1)).isEqualTo(labels);
        assertThat(ControlLabels.of(DATASET, 2)).isNotEqualTo(labels);
    }

    @Test
    void theDatasetKeepsItsOwn() {
        byte[] before = DATASET.labels().clone();

        ControlLabels.of(DATASET, 5);

        assertThat(DATASET.labels()).containsExactly(before);
    }

    private static long ones(byte[] labels, int day) {
        long ones = 0;
        for (int row = DATASET.firstRow(day); row < DATASET.firstRow(day + 1); row++) {
            ones += labels[row] == 1 ? 1 : 0;
        }
        return ones;
    }
}
