package io.openalpha.web.dashboard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.model.VersionName;
import io.openalpha.ml.prediction.PastPrediction;
import io.openalpha.ml.prediction.PastPrediction.Realised;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackRecordTests {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    @Test
    void countsWhatIsKnownAndWhatIsNot() {
        List<PastPrediction> past = List.of(said(0.6, true), said(0.4, true), said(0.5, true), said(0.3, null));

        assertThat(TrackRecord.of(past)).singleElement().satisfies(record -> {
            assertThat(record.hits()).isEqualTo(2);
            assertThat(record.known()).isEqualTo(3);
            assertThat(record.open()).isEqualTo(1);
            assertThat(record.usual()).isEqualTo(3);
            assertThat(record.foreseen()).isEqualTo("the next return is above the median of all symbols");
        });
    }

    @Test
    void keepsAlgorithmsAndWhatTheyForeseeApart() {
        PastPrediction other = new PastPrediction(
                DAY,
                VersionName.parse("neural_network_20260101_020000"),
                new LabelSettings(LabelSettings.Kind.DIRECTION, 5),
                0.6,
                Instant.EPOCH,
                null);

        assertThat(TrackRecord.of(List.of(said(0.6, true), other)))
                .extracting(TrackRecord::foreseen)
                .containsExactly(
                        "the next return is above the median of all symbols",
                        "the return of the next 5 traded days is above 0");
    }

    @Test
    void intervalIsWilsons() {
        TrackRecord record = record(24, 40);

        assertThat(record.low()).isCloseTo(0.4460, within(1e-4));
        assertThat(record.high()).isCloseTo(0.7365, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "29, 29, Too few to tell skill from luck.",
        "30, 30, More often right than always naming the more frequent outcome.",
        "24, 40, Not distinguishable from chance.",
        "10, 40, Less often right than always naming the more frequent outcome."
    })
    void saysWhatFollows(int hits, int known, String verdict) {
        assertThat(record(hits, known).verdict()).isEqualTo(verdict);
    }

    /** Half of it comes true. */
    private static TrackRecord record(int hits, int known) {
        List<PastPrediction> past = new ArrayList<>();
        for (int i = 0; i < known; i++) {
            boolean cameTrue = i % 2 == 0;
            past.add(said((cameTrue == (i < hits)) ? 0.6 : 0.4, cameTrue));
        }
        return TrackRecord.of(past).get(0);
    }

    private static PastPrediction said(double probability, @Nullable Boolean cameTrue) {
        return new PastPrediction(
                DAY,
                VersionName.parse("random_forest_20260101_020000"),
                LabelSettings.DEFAULT,
                probability,
                Instant.EPOCH,
                cameTrue == null ? null : new Realised(0.01, cameTrue));
    }
}
