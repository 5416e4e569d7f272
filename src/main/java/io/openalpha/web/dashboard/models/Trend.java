package io.openalpha.web.dashboard.models;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A figure of a model from version to version, or from year to year, beside the best baseline's: what a chart draws. */
record Trend(List<Line> lines, List<Point> points) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** A line of the chart. */
    record Line(String key, String name, boolean dashed) {}

    /** Where the lines go through. */
    record Point(
            String label, @Nullable Score model, @Nullable Score best) {}

    static final List<Line> LINES =
            List.of(new Line("model", "rank IC", false), new Line("baseline", "best baseline", true));

    /** Of all versions of one algorithm. */
    static Trend of(List<ModelLine> versions) {
        return new Trend(
                LINES,
                versions.stream()
                        .sorted(Comparator.comparing(ModelLine::publishedAt))
                        .map(line -> new Point(
                                DAY.format(line.publishedAt()),
                                line.rankIc(),
                                line.best() == null
                                        ? null
                                        : new Score(line.best().value(), null, null)))
                        .toList());
    }

    boolean isWorthDrawing() {
        return points.stream().filter(point -> point.model() != null).count() > 1;
    }
}
