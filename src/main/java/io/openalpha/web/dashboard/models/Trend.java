package io.openalpha.web.dashboard.models;

import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.evaluation.Estimate;
import io.openalpha.ml.evaluation.Evaluation;
import io.openalpha.ml.evaluation.Slice;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Mean rank IC of a model from version to version, or from year to year, beside the best baseline's: what a chart
 * draws.
 *
 * @param lines each by the name of a component of the points
 */
record Trend(List<Line> lines, List<Point> points) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final List<Line> LINES =
            List.of(new Line("model", "rank IC", false), new Line("baseline", "best baseline", true));

    /** A line of the chart. */
    record Line(String key, String name, boolean dashed) {}

    /** Where the lines go through. */
    record Point(
            String label,
            @Nullable Estimate model,
            @Nullable Estimate baseline) {}

    /** Of all versions of one algorithm. */
    static Trend ofVersions(List<ModelLine> versions) {
        return of(versions.stream()
                .sorted(Comparator.comparing(ModelLine::publishedAt))
                .map(line -> new Point(DAY.format(line.publishedAt()), line.rankIc(), line.bestRankIc())));
    }

    /** Of all calendar years of a model's test. */
    static Trend ofYears(Assessment assessment) {
        Evaluation model = assessment.model();
        return of((model == null ? List.<Slice>of() : model.years())
                .stream()
                        .map(year -> new Point(
                                year.name(), year.metrics().meanRankIc(), best(assessment.baselines(), year.name()))));
    }

    private static Trend of(Stream<Point> points) {
        return new Trend(LINES, points.toList());
    }

    private static @Nullable Estimate best(List<Evaluation> baselines, String year) {
        return baselines.stream()
                .flatMap(baseline -> baseline.years().stream())
                .filter(slice -> slice.name().equals(year))
                .map(Slice::metrics)
                .flatMap(metrics -> Stream.ofNullable(metrics.meanRankIc()))
                .max(Comparator.comparingDouble(Estimate::value))
                .orElse(null);
    }

    boolean isWorthDrawing() {
        return points.stream().filter(point -> point.model() != null).count() > 1;
    }
}
