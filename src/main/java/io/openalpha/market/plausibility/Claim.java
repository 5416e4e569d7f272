package io.openalpha.market.plausibility;

import io.openalpha.market.AcceptedConflict;
import io.openalpha.market.BarChecks;
import io.openalpha.market.CheckedBars;
import io.openalpha.market.Conflict;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Defect;
import io.openalpha.market.QuarantinedBar;
import io.openalpha.market.Repair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a source or a file says of an instrument, and what has been found about it so far.
 *
 * @param currency of the prices, in whole units
 * @param adjusted whether bars have adjusted closes, and prices are adjusted for splits
 * @param bars in the order of dates
 * @param actions in the order of dates
 * @param bad bars that cannot be believed
 * @param repairs what came in place of bars and amounts that were repaired
 * @param conflict why nothing of it can be believed; null if that is not so
 * @param decisions which contradictions within it a person has accepted
 */
public record Claim(
        String currency,
        boolean adjusted,
        List<DailyBar> bars,
        List<CorporateAction> actions,
        List<QuarantinedBar> bad,
        List<Repair> repairs,
        @Nullable Conflict conflict,
        Decisions decisions) {

    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** Three sessions and a weekend: a source misses the day of a split. */
    private static final int BESIDE = 5;

    /** A claim about which nothing was found yet. */
    public static Claim of(String currency, boolean adjusted, List<DailyBar> bars, List<CorporateAction> actions) {
        return new Claim(currency, adjusted, bars, actions, List.of(), List.of(), null, Decisions.NONE);
    }

    /**
     * The claim judged by itself: repaired where its own numbers prove what is right, in conflict where they contradict
     * one another and prove nothing, and without bars that cannot be believed. Sources and imports pass here alike.
     *
     * @param before stored bars before its days, which show its prices' level; none where it is to replace everything
     * @param latest the last day that can have a bar: tomorrow, for it has begun in the east
     */
    public Claim judged(List<DailyBar> before, LocalDate latest) {
        LocalDate known = lastDay(before);
        Claim claim = new SplitRule(known).apply(possible(latest).after(before));
        claim = new UnitRule(known).apply(claim).checked(before).without(before);
        claim = new AdjustedLevelRule(latest).apply(new AdjustedCloseRule().apply(claim));
        return new PayoutRule().apply(claim);
    }

    /**
     * Where a person has accepted a change of the unit, or a split explains a change of the level, bars on one side of
     * it are no measure for those on the other.
     */
    private Claim checked(List<DailyBar> before) {
        if (adjusted && decisions.applied().isEmpty() && before.isEmpty()) {
            CheckedBars checked = BarChecks.check(bars);
            return checked.bad().isEmpty() ? this : with(checked.good()).quarantining(checked.bad());
        }
        List<DailyBar> good = new ArrayList<>(bars.size());
        List<QuarantinedBar> found = new ArrayList<>();
        int first = 0;
        for (int end = 1; end <= bars.size(); end++) {
            if (end == bars.size() || isOtherLevel(end, lastDay(before))) {
                CheckedBars checked = BarChecks.check(bars.subList(first, end));
                good.addAll(checked.good());
                found.addAll(checked.bad());
                first = end;
            }
        }
        // The stored bars before were measured by more than what is at hand of them now.
        found.removeIf(one -> one.defect() == Defect.JUMP && !one.bar().date().isAfter(lastDay(before)));
        return with(good).quarantining(found);
    }

    private boolean isOtherLevel(int place, LocalDate known) {
        DailyBar before = bars.get(place - 1);
        DailyBar bar = bars.get(place);
        return decisions.isChangeOfUnit(bar.date())
                || (BarChecks.isFar(bar.close(), before.close()) && isSplitBetween(before, bar, known));
    }

    /**
     * Whether a split explains the change from one bar to the next: prices as traded change on its day, and an answer
     * that is adjusted for a new split differs from what is stored.
     */
    boolean isSplitBetween(DailyBar before, DailyBar bar, LocalDate known) {
        boolean joins = before.date().equals(known);
        return (joins || !adjusted)
                && actions.stream()
                        .filter(action -> action.date().isAfter(before.date().minusDays(BESIDE)))
                        .filter(action ->
                                joins || action.date().isBefore(bar.date().plusDays(BESIDE)))
                        .anyMatch(action -> UnitRule.explains(action, bar.close() / before.close()));
    }

    private static LocalDate lastDay(List<DailyBar> bars) {
        return bars.isEmpty() ? LocalDate.MIN : bars.get(bars.size() - 1).date();
    }

    private Claim possible(LocalDate latest) {
        return only(bar -> !bar.date().isBefore(EARLIEST) && !bar.date().isAfter(latest), Defect.IMPOSSIBLE_DATE);
    }

    /**
     * The same claim without bars of days of the week on which the exchange does not trade.
     *
     * @param exchange its code in Yahoo's spelling; nothing is known of others
     */
    public Claim inSessionsOf(String exchange) {
        TradingWeek week = TradingWeek.of(exchange);
        return only(bar -> week.has(bar.date()), Defect.NO_SESSION);
    }

    /** The claim about bars that pass a test; the others are in quarantine for a defect. */
    private Claim only(Predicate<DailyBar> sound, Defect defect) {
        if (bars.stream().allMatch(sound)) {
            return this;
        }
        List<QuarantinedBar> others = bars.stream()
                .filter(sound.negate())
                .map(bar -> new QuarantinedBar(bar, defect))
                .toList();
        return with(bars.stream().filter(sound).toList()).quarantining(others);
    }

    private Claim after(List<DailyBar> before) {
        if (before.isEmpty()) {
            return this;
        }
        List<DailyBar> all = new ArrayList<>(before);
        all.addAll(bars);
        return with(all);
    }

    private Claim without(List<DailyBar> before) {
        if (before.isEmpty()) {
            return this;
        }
        LocalDate last = lastDay(before);
        return with(bars.stream().filter(bar -> bar.date().isAfter(last)).toList());
    }

    /** The same claim about other bars. */
    public Claim with(List<DailyBar> others) {
        return new Claim(currency, adjusted, others, actions, bad, repairs, conflict, decisions);
    }

    /** The same claim, not judged yet, where a person has decided about contradictions within it. */
    public Claim with(Decisions made) {
        return new Claim(currency, adjusted, bars, actions, bad, repairs, conflict, made);
    }

    Claim quarantining(List<QuarantinedBar> more) {
        List<QuarantinedBar> all = new ArrayList<>(bad);
        all.addAll(more);
        return new Claim(currency, adjusted, bars, actions, all, repairs, conflict, decisions);
    }

    Claim repaired(List<DailyBar> newBars, List<CorporateAction> newActions, List<Repair> more) {
        List<Repair> all = new ArrayList<>(repairs);
        all.addAll(more);
        return new Claim(currency, adjusted, newBars, newActions, bad, all, conflict, decisions);
    }

    /** In conflict with itself from a day on, unless a person has accepted that. */
    Claim inConflict(Rule rule, LocalDate day, String answered) {
        AcceptedConflict one = new AcceptedConflict(rule.word(), day);
        return decisions.accept(one)
                ? new Claim(currency, adjusted, bars, actions, bad, repairs, conflict, decisions.applied(one))
                : in(new Conflict(rule.word(), "what came before", answered));
    }

    Claim in(Conflict found) {
        return new Claim(currency, adjusted, bars, actions, bad, repairs, found, decisions);
    }

    /** The places of the bars whose closes, adjusted too, are prices; in their order. */
    int[] priced() {
        int[] places = new int[bars.size()];
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            DailyBar bar = bars.get(i);
            if (isPrice(bar.close()) && (!bar.isAdjusted() || isPrice(bar.adjustedClose()))) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private static boolean isPrice(double number) {
        return number > 0 && Double.isFinite(number);
    }
}
