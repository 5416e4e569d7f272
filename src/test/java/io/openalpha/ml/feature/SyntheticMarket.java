package io.openalpha.ml.feature;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A random market whose predictability is known. Each stock moves with the market and on its own, overnight and
 * intraday. Of its own move x of a day, a share returns in the next day's session, between the two opens that the
 * forward return of a day is measured at:
 *
 * <pre>
 * x(t)     = night(t) + session(t)
 * session(t + 1) = strength × x(t) + noise
 * </pre>
 *
 * All is normal and x is stationary, so that x(t) and the forward return of one day less the market's are as widely
 * spread, and their correlation is {@code strength}. Nothing else of the past says more about that return.
 *
 * @param strength from −1 to 1, both excluded; 0 for a market without any signal, below 0 for one that reverses
 */
public record SyntheticMarket(long seed, int symbols, int days, double strength) {

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    private static final double NIGHT = 0.007;
    private static final double SESSION = 0.012;

    /** A market in which nothing can be foreseen. */
    public static SyntheticMarket withoutSignal(long seed, int symbols, int days) {
        return new SyntheticMarket(seed, symbols, days, 0);
    }

    /**
     * The AUC of the best forecast of a forward return of one day above the day's median; only luck beats it. That
     * forecast is the one-day return ranked within the day, or its negative where the market reverses: for normal x and
     * y of correlation ρ, P(x1 &gt; x2 | y1 &gt; 0 &gt; y2) = 1/2 + 2/π arcsin(ρ/√2).
     */
    public double theoreticalAuc() {
        return 0.5 + 2 / Math.PI * Math.asin(Math.abs(strength) / Math.sqrt(2));
    }

    /** The weekdays of the market. */
    public List<LocalDate> dates() {
        return Stream.iterate(FIRST, day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .limit(days)
                .toList();
    }

    /** S0000, S0001 and so on. */
    public List<Symbol> names() {
        return IntStream.range(0, symbols)
                .mapToObj(i -> new Symbol(String.format(Locale.ROOT, "S%04d", i)))
                .toList();
    }

    /** The final bars of a symbol, one a weekday. */
    public List<DailyBar> bars(int symbol) {
        Random common = new Random(seed);
        Random own = new Random(seed * 31 + symbol + 1);
        double spread = Math.hypot(NIGHT, SESSION);
        double move = own.nextGaussian() * spread / Math.sqrt(1 - strength * strength);
        double close = 20 + own.nextInt(200);
        List<DailyBar> bars = new ArrayList<>(days);
        for (LocalDate date : dates()) {
            double night = NIGHT * own.nextGaussian();
            double session = SESSION * own.nextGaussian() + strength * move;
            move = night + session;
            double open = close * Math.exp(night + 0.004 * common.nextGaussian());
            close = open * Math.exp(session + 0.008 * common.nextGaussian());
            bars.add(bar(date, open, close, own));
        }
        return bars;
    }

    private static DailyBar bar(LocalDate date, double open, double close, Random random) {
        double high = Math.max(open, close) * Math.exp(0.004 * Math.abs(random.nextGaussian()));
        double low = Math.min(open, close) * Math.exp(-0.004 * Math.abs(random.nextGaussian()));
        long volume = Math.round(1e6 * Math.exp(0.5 * random.nextGaussian()));
        return new DailyBar(date, open, high, low, close, close, volume, true);
    }

    /** All bars as a dataset. */
    public Dataset dataset(LabelSettings settings) {
        return dataset(IntStream.range(0, symbols).mapToObj(this::bars).toList(), settings);
    }

    /** A dataset of other bars under the names of this market. */
    public Dataset dataset(List<List<DailyBar>> bars, LabelSettings settings) {
        DatasetBuilder builder = new DatasetBuilder(settings);
        List<Symbol> names = names();
        for (int i = 0; i < bars.size(); i++) {
            builder.add(names.get(i), bars.get(i));
        }
        return builder.build();
    }
}
