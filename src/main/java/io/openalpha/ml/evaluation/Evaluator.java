package io.openalpha.ml.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Measures forecasts: all test days together, every fold and every calendar year. Safe for use by many threads. */
public final class Evaluator {

    private final EvaluationSettings settings;

    /** An evaluator whose every evaluation follows these settings. */
    public Evaluator(EvaluationSettings settings) {
        this.settings = settings;
    }

    /**
     * What the forecasts were worth.
     *
     * @param name of the model or baseline they are from
     * @throws IllegalArgumentException when a row's day lies in no test period
     */
    public Evaluation evaluate(String name, OutOfSampleForecasts forecasts, TestPeriods periods) {
        DayRows days = new DayRows(forecasts.days());
        DayFigures figures = DayFigures.of(forecasts, days, periods, settings.horizon());
        Slicer slicer = new Slicer(forecasts, days, figures, periods.days());
        return new Evaluation(
                name,
                settings,
                slicer.slice("pooled", 0, days.count()),
                slicer.by(position -> "fold " + periods.fold(days.day(position)).number()),
                slicer.by(position -> Integer.toString(slicer.date(position).getYear())));
    }

    private final class Slicer {

        private final OutOfSampleForecasts forecasts;
        private final DayRows days;
        private final DayFigures figures;
        private final List<LocalDate> dates;

        Slicer(OutOfSampleForecasts forecasts, DayRows days, DayFigures figures, List<LocalDate> dates) {
            this.forecasts = forecasts;
            this.days = days;
            this.figures = figures;
            this.dates = dates;
        }

        /** A slice for every run of days with the same name. */
        List<Slice> by(IntFunction<String> name) {
            int[] starts = IntStream.range(0, days.count())
                    .filter(day -> day == 0 || !Objects.equals(name.apply(day), name.apply(day - 1)))
                    .toArray();
            return IntStream.range(0, starts.length)
                    .mapToObj(i -> slice(
                            name.apply(starts[i]), starts[i], i + 1 < starts.length ? starts[i + 1] : days.count()))
                    .toList();
        }

        Slice slice(String name, int from, int to) {
            Metrics metrics = new SliceMeasure(forecasts, days, from, to, figures, settings).metrics();
            return new Slice(name, date(from), date(to - 1), metrics);
        }

        LocalDate date(int position) {
            return dates.get(days.day(position));
        }
    }
}
