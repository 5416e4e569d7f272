package io.openalpha.ml.evaluation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures the metrics of the days at positions {@code from} to {@code to}, exclusive. */
final class SliceMeasure {

    private final OutOfSampleForecasts forecasts;
    private final DayRows days;
    private final int from;
    private final int to;
    private final DayFigures figures;
    private final EvaluationSettings settings;
    private final DayBootstrap bootstrap;

    SliceMeasure(
            OutOfSampleForecasts forecasts,
            DayRows days,
            int from,
            int to,
            DayFigures all,
            EvaluationSettings settings) {
        this.forecasts = forecasts;
        this.days = days;
        this.from = from;
        this.to = to;
        this.settings = settings;
        figures = all.slice(from, to);
        bootstrap = new DayBootstrap(to - from, settings);
    }

    Metrics metrics() {
        boolean probable = forecasts.scale() == Scale.PROBABILITY;
        List<CalibrationBin> bins =
                probable ? CalibrationBins.of(forecasts, days.start(from), days.start(to)) : List.of();
        return new Metrics(
                days.start(to) - days.start(from),
                to - from,
                perRow(figures.hits()),
                new Direction(
                        perRow(figures.directionHits()), perRow(figures.rises()).value()),
                auc(),
                probable ? logLoss() : null,
                probable ? Brier.of(perRow(figures.squares()), bins) : null,
                bins,
                ranks() ? rankIc() : null,
                ranks() ? portfolio() : null);
    }

    private @Nullable Estimate auc() {
        RocAuc auc = RocAuc.of(forecasts, days, from, to);
        return auc == null ? null : bootstrap.twoSample(auc.positive(), auc.negative());
    }

    private LogLoss logLoss() {
        double[] excess = new double[to - from];
        Arrays.setAll(excess, day -> figures.losses()[day] - figures.baseLosses()[day]);
        return new LogLoss(
                perRow(figures.losses()), perRow(figures.baseLosses()).value(), perRow(excess));
    }

    private boolean ranks() {
        return Arrays.stream(figures.turnover()).anyMatch(traded -> traded > 0)
                || Arrays.stream(figures.rankIc()).anyMatch(ic -> ic != 0);
    }

    private RankIc rankIc() {
        double[] ic = figures.rankIc();
        double positive = Arrays.stream(ic).filter(day -> day > 0).count();
        return RankIc.of(perDay(ic), NeweyWest.of(ic, settings.horizon()), positive / ic.length);
    }

    private Portfolio portfolio() {
        return Portfolio.of(perDay(figures.gross()), perDay(figures.turnover()).value(), settings.costBps());
    }

    private Estimate perRow(double[] totals) {
        return bootstrap.mean(totals, figures.rows());
    }

    private Estimate perDay(double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return bootstrap.mean(values, ones);
    }
}
