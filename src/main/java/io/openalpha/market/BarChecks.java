package io.openalpha.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Separates plausible bars from implausible ones. Each bar is judged by itself and by the days around it. */
public final class BarChecks {

    /** Open and close may lie outside by this share of the price, for adjusted prices are rounded one by one. */
    public static final double ROUNDING = 1e-4;

    /** A hundredfold price moves a little on the same day, so less than a hundred gives it away. */
    public static final double JUMP = 50;

    /** Bars on each side that a jump is measured against: a level that lasts longer is not a jump. */
    public static final int NEIGHBOURS = 10;

    /** Repeats in a row that are stale. */
    static final int STALE = 10;

    private BarChecks() {}

    /**
     * Judges bars of one instrument.
     *
     * @param bars in the order of dates; of two on one date the earlier comes first
     */
    public static CheckedBars check(List<DailyBar> bars) {
        if (areSound(bars)) {
            return new CheckedBars(bars, List.of());
        }
        List<DailyBar> sound = new ArrayList<>(bars.size());
        List<QuarantinedBar> bad = new ArrayList<>();
        for (DailyBar bar : oneADate(bars, bad)) {
            Defect defect = defect(bar);
            if (defect == null) {
                sound.add(bar);
            } else {
                bad.add(new QuarantinedBar(bar, defect));
            }
        }
        return new CheckedBars(withoutRepeats(withoutJumps(sound, bad), bad), bad);
    }

    /** Whether nothing is wrong, which spares the closer look. */
    private static boolean areSound(List<DailyBar> bars) {
        int repeats = 0;
        for (int i = 0; i < bars.size(); i++) {
            DailyBar bar = bars.get(i);
            if (defect(bar) != null) {
                return false;
            }
            if (i > 0) {
                DailyBar before = bars.get(i - 1);
                repeats = isRepeat(before, bar) ? repeats + 1 : 0;
                if (repeats >= STALE || bar.date().equals(before.date()) || isFar(bar.close(), before.close())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The later of two counts; only a running session's may follow the day's own without being a defect. */
    private static List<DailyBar> oneADate(List<DailyBar> bars, List<QuarantinedBar> bad) {
        List<DailyBar> single = new ArrayList<>(bars.size());
        for (int i = 0; i < bars.size(); i++) {
            DailyBar bar = bars.get(i);
            if (i + 1 == bars.size() || !bars.get(i + 1).date().equals(bar.date())) {
                single.add(bar);
            } else if (bars.get(i + 1).isFinal()) {
                bad.add(new QuarantinedBar(bar, Defect.DUPLICATE_DATE));
            }
        }
        return single;
    }

    /** What is wrong with a bar by itself, or null. */
    static @Nullable Defect defect(DailyBar bar) {
        double sum = bar.open() + bar.high() + bar.low() + bar.close() + (bar.isAdjusted() ? bar.adjustedClose() : 0);
        if (!Double.isFinite(sum)) {
            return Defect.NOT_A_NUMBER;
        }
        double lowest = Math.min(Math.min(bar.open(), bar.high()), Math.min(bar.low(), bar.close()));
        if (lowest <= 0 || (bar.isAdjusted() && bar.adjustedClose() <= 0)) {
            return Defect.NON_POSITIVE;
        }
        if (bar.volume() < 0) {
            return Defect.NEGATIVE_VOLUME;
        }
        if (bar.volume() >= DailyBar.MOST_VOLUME) {
            return Defect.IMPOSSIBLE_VOLUME;
        }
        if (bar.high() < bar.low()) {
            return Defect.HIGH_BELOW_LOW;
        }
        if (isFar(bar.high(), bar.low())) {
            return Defect.IMPOSSIBLE_RANGE;
        }
        double slack = bar.high() * ROUNDING;
        boolean inside = Math.min(bar.open(), bar.close()) >= bar.low() - slack
                && Math.max(bar.open(), bar.close()) <= bar.high() + slack;
        return inside ? null : Defect.OUTSIDE_RANGE;
    }

    private static List<DailyBar> withoutJumps(List<DailyBar> bars, List<QuarantinedBar> bad) {
        if (!hasLeap(bars)) {
            return bars;
        }
        List<DailyBar> kept = new ArrayList<>(bars.size());
        for (int i = 0; i < bars.size(); i++) {
            DailyBar bar = bars.get(i);
            if (!isJump(bars, i)) {
                kept.add(bar);
            } else {
                bad.add(new QuarantinedBar(bar, Defect.JUMP));
            }
        }
        return kept;
    }

    /** Without one there is no jump, which spares the closer look. */
    private static boolean hasLeap(List<DailyBar> bars) {
        for (int i = 1; i < bars.size(); i++) {
            if (isFar(bars.get(i).close(), bars.get(i - 1).close())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isJump(List<DailyBar> bars, int index) {
        List<DailyBar> around =
                bars.subList(Math.max(0, index - NEIGHBOURS), Math.min(bars.size(), index + NEIGHBOURS + 1));
        double[] closes = around.stream().mapToDouble(DailyBar::close).sorted().toArray();
        return closes.length > 2 && isFar(bars.get(index).close(), closes[(closes.length - 1) / 2]);
    }

    /** Whether one price is so many times another that they cannot be of neighbouring days. */
    public static boolean isFar(double price, double other) {
        return price > other * JUMP || price * JUMP < other;
    }

    private static List<DailyBar> withoutRepeats(List<DailyBar> bars, List<QuarantinedBar> bad) {
        boolean[] stale = new boolean[bars.size()];
        int first = 0;
        for (int i = 1; i <= bars.size(); i++) {
            if (i == bars.size() || !isRepeat(bars.get(i - 1), bars.get(i))) {
                if (i - first > STALE) {
                    Arrays.fill(stale, first + 1, i, true);
                }
                first = i;
            }
        }
        List<DailyBar> kept = new ArrayList<>(bars.size());
        for (int i = 0; i < bars.size(); i++) {
            if (stale[i]) {
                bad.add(new QuarantinedBar(bars.get(i), Defect.STALE));
            } else {
                kept.add(bars.get(i));
            }
        }
        return kept;
    }

    /** Without volume nothing was traded, so an unchanged price is right. */
    private static boolean isRepeat(DailyBar before, DailyBar bar) {
        return bar.volume() > 0
                && bar.volume() == before.volume()
                && bar.close() == before.close()
                && bar.open() == before.open()
                && bar.high() == before.high()
                && bar.low() == before.low();
    }
}
