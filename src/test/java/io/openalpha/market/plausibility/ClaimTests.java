package io.openalpha.market.plausibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openalpha.market.AcceptedConflict;
import io.openalpha.market.Conflict;
import io.openalpha.market.CorporateAction;
import io.openalpha.market.DailyBar;
import io.openalpha.market.Defect;
import io.openalpha.market.QuarantinedBar;
import io.openalpha.market.Repair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ClaimTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate TOMORROW = LocalDate.of(2026, 12, 2);
    private static final Offset<Double> CENT = within(1e-6);

    /** So many bars whose price moves a little from day to day, each multiplied. */
    private static List<DailyBar> bars(int count, IntToDoubleFunction factor) {
        return bars(count, factor, day -> 1);
    }

    private static List<DailyBar> bars(int count, IntToDoubleFunction factor, IntToDoubleFunction adjustment) {
        return IntStream.range(0, count)
                .mapToObj(day -> {
                    double close = (100 + 3 * Math.sin(day)) * factor.applyAsDouble(day);
                    double adjusted = close * adjustment.applyAsDouble(day);
                    return new DailyBar(
                            FIRST.plusDays(day), close, close * 1.01, close * 0.99, close, adjusted, 1000 + day, true);
                })
                .toList();
    }

    private static Claim judged(List<DailyBar> bars, CorporateAction... actions) {
        return Claim.of("GBP", true, bars, List.of(actions)).judged(List.of(), TOMORROW);
    }

    private static void assertSound(Claim claim) {
        assertThat(claim.conflict()).isNull();
        assertThat(claim.repairs()).isEmpty();
        assertThat(claim.bad()).isEmpty();
    }

    private static Conflict conflict(Claim claim) {
        return Objects.requireNonNull(claim.conflict());
    }

    private static String rule(Claim claim) {
        return conflict(claim).rule();
    }

    @Test
    void leavesASoundAnswerAsItCame() {
        List<DailyBar> bars = bars(60, day -> 1);
        Claim claim = judged(bars);

        assertSound(claim);
        assertThat(claim.bars()).isEqualTo(bars);
    }

    @Test
    void isInConflictWhenPricesFallToAHundredthAndStayThere() {
        for (double factor : new double[] {0.01, 100, 0.001, 1000, 60}) {
            Claim claim = judged(bars(60, day -> day < 30 ? 1 : factor));

            assertThat(rule(claim)).as("%s", factor).isEqualTo("change_of_unit");
            assertThat(conflict(claim).answered()).contains("2026-01-30").contains("2026-01-31");
        }
    }

    @Test
    void bringsPricesOfAnotherUnitBackWhereTheLevelReturns() {
        Claim claim = judged(bars(80, day -> day >= 30 && day < 51 ? 0.01 : 1));

        assertThat(claim.conflict()).isNull();
        assertThat(claim.bars()).allSatisfy(bar -> assertThat(bar.close()).isBetween(97.0, 103.0));
        assertThat(claim.bars().get(35).volume()).isEqualTo(1035);
        assertThat(claim.repairs()).hasSize(21).extracting(Repair::rule).containsOnly("change_of_unit");
        assertThat(Objects.requireNonNull(claim.repairs().get(0).bar()).close()).isLessThan(2);
    }

    @Test
    void leavesAFewDaysOfAnotherUnitToTheQuarantine() {
        Claim claim = judged(bars(60, day -> day >= 30 && day < 35 ? 100 : 1));

        assertThat(claim.repairs()).isEmpty();
        assertThat(claim.bad()).hasSize(5).extracting(QuarantinedBar::defect).containsOnly(Defect.JUMP);
    }

    @Test
    void seesAChangeOfUnitAgainstTheStoredBarsBefore() {
        List<DailyBar> all = bars(30, day -> day < 15 ? 1 : 0.01);
        Claim claim = Claim.of("GBP", true, all.subList(15, 30), List.of()).judged(all.subList(0, 15), TOMORROW);

        assertThat(rule(claim)).isEqualTo("change_of_unit");
    }

    @Test
    void takesAnEnormousSplitForWhatItIs() {
        Claim claim = Claim.of(
                        "USD",
                        false,
                        bars(60, day -> day < 30 ? 1 : 0.01),
                        List.of(CorporateAction.split(FIRST.plusDays(30), 100, 1)))
                .judged(List.of(), TOMORROW);

        assertThat(claim.conflict()).isNull();
    }

    @Test
    void adjustsPricesBeforeASplitThatTheyDoNotShowAsAppliedFor() {
        for (double ratio : new double[] {4, 1.5, 0.1}) {
            Claim claim =
                    judged(bars(60, day -> day < 30 ? ratio : 1), CorporateAction.split(FIRST.plusDays(30), ratio, 1));

            assertThat(claim.bars()).allSatisfy(bar -> {
                assertThat(bar.close()).isBetween(96.0, 104.0);
                assertThat(bar.adjustedClose()).isEqualTo(bar.close(), CENT);
            });
            assertThat(claim.bars().get(0).volume()).isEqualTo(Math.round(1000 * ratio));
            assertThat(claim.repairs()).hasSize(30).extracting(Repair::rule).containsOnly("split_not_applied");
        }
    }

    @Test
    void leavesAdjustedClosesThatKnowASplitWhichClosesDoNot() {
        Claim claim = judged(
                bars(60, day -> day < 30 ? 4 : 1, day -> day < 30 ? 0.25 : 1),
                CorporateAction.split(FIRST.plusDays(30), 4, 1));

        assertThat(claim.bars())
                .allSatisfy(bar -> assertThat(bar.adjustedClose()).isEqualTo(bar.close(), CENT));
    }

    @Test
    void adjustsOnlyTheDaysThatTheSourceForgot() {
        Claim claim =
                judged(bars(60, day -> day >= 20 && day < 30 ? 4 : 1), CorporateAction.split(FIRST.plusDays(30), 4, 1));

        assertThat(claim.bars()).allSatisfy(bar -> assertThat(bar.close()).isBetween(96.0, 104.0));
        assertThat(claim.repairs()).hasSize(10);
    }

    @Test
    void leavesPricesThatAreAdjustedForTheirSplits() {
        assertSound(judged(bars(60, day -> 1), CorporateAction.split(FIRST.plusDays(30), 4, 1)));
    }

    private static Claim paying(double factor, CorporateAction... actions) {
        return judged(bars(60, day -> 1, day -> day < 30 ? factor : 1), actions);
    }

    private static CorporateAction dividend(double amount) {
        return CorporateAction.dividend(FIRST.plusDays(30), amount);
    }

    @Test
    void believesADividendThatTheAdjustedClosesShow() {
        assertSound(paying(0.98, dividend(2)));
        assertSound(paying(0.98, dividend(1.2), CorporateAction.dividend(FIRST.plusDays(30), 0.8)));
        assertSound(judged(bars(60, day -> 1), CorporateAction.dividend(FIRST.minusDays(3), 5)));
    }

    @Test
    void takesTheUnitOfADividendFromTheAdjustedCloses() {
        for (double factor : new double[] {100, 0.01, 1000, 0.001}) {
            Claim claim = paying(0.98, dividend(2 / factor));

            assertThat(claim.actions()).hasSize(1);
            assertThat(claim.actions().get(0).value()).isEqualTo(2, within(1e-9));
            assertThat(claim.repairs())
                    .containsExactly(new Repair(FIRST.plusDays(30), "dividend_unit", null, 2 / factor));
        }
    }

    @Test
    void readsADividendInAnotherCurrencyFromTheAdjustedCloses() {
        CorporateAction dollars = new CorporateAction(FIRST.plusDays(30), CorporateAction.Kind.DIVIDEND, 2.6, 1, "USD");

        double paid = bars(60, day -> 1).get(29).close() * 0.02;
        assertThat(paying(0.98, dollars).actions().get(0).value()).isEqualTo(paid, CENT);
        assertThat(paying(0.98, dollars).actions().get(0).currency()).isNull();
        assertThat(paying(1, dollars).actions()).isEmpty();
    }

    @Test
    void adjustsForADividendOfWhichAdjustedClosesKnowNothing() {
        Claim claim = paying(1, dividend(5));

        double share = 5 / claim.bars().get(29).close();
        assertThat(claim.bars().get(0).factor()).isEqualTo(1 - share, within(1e-9));
        assertThat(claim.bars().get(30).factor()).isEqualTo(1);
        assertThat(claim.repairs()).hasSize(30).extracting(Repair::rule).containsOnly("dividend_not_applied");
    }

    @Test
    void doesNotAdjustTwiceForADividendThatIsInTheAdjustedClosesADayBesideIt() {
        assertSound(paying(0.98, CorporateAction.dividend(FIRST.plusDays(32), 2)));
        assertSound(paying(0.98, CorporateAction.dividend(FIRST.plusDays(28), 2)));
    }

    @Test
    void isInConflictWhenADividendIsNotWhatTheAdjustedClosesSay() {
        Claim claim = paying(0.9, dividend(5));

        assertThat(rule(claim)).isEqualTo("dividend_contradicted");
        assertThat(conflict(claim).answered())
                .contains("dividend 5 on 2026-01-31")
                .contains("10.00 %");
        assertThat(rule(paying(1, dividend(70)))).isEqualTo("dividend_contradicted");
    }

    @Test
    void countsACapitalGainThatIsAmongTheDividendsOnce() {
        CorporateAction gain = new CorporateAction(FIRST.plusDays(30), CorporateAction.Kind.CAPITAL_GAIN, 4, 1, null);

        assertSound(paying(0.95, dividend(5), gain));
        assertSound(paying(0.91, dividend(5), gain));
    }

    @Test
    void judgesNoDividendByABarThatCannotBeBelieved() {
        List<DailyBar> bars = new ArrayList<>(bars(60, day -> 1, day -> day < 30 ? 0.98 : 1));
        bars.set(29, bars.get(29).times(100));
        Claim claim = judged(bars, dividend(2));

        assertThat(claim.bad()).hasSize(1);
        assertThat(claim.repairs()).isEmpty();
        assertThat(claim.actions()).containsExactly(dividend(2));
    }

    @Test
    void quarantinesBarsOfImpossibleDays() {
        List<DailyBar> bars = new ArrayList<>();
        bars.add(new DailyBar(LocalDate.of(1899, 12, 31), 1, 1, 1, 1, 1, 1, true));
        bars.addAll(bars(20, day -> 1));
        bars.add(new DailyBar(LocalDate.of(2100, 1, 1), 100, 100, 100, 100, 100, 1, true));

        assertThat(judged(bars).bad())
                .extracting(QuarantinedBar::defect)
                .containsExactly(Defect.IMPOSSIBLE_DATE, Defect.IMPOSSIBLE_DATE);
    }

    @Test
    void judgesNothingAndNonsense() {
        assertSound(judged(List.of()));
        List<DailyBar> nonsense = List.of(
                new DailyBar(FIRST, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY, 1, true));

        Claim claim = judged(nonsense, dividend(5), CorporateAction.split(FIRST, 4, 1));

        assertThat(claim.bad()).extracting(QuarantinedBar::defect).containsExactly(Defect.NOT_A_NUMBER);
        assertThat(new Conflict("shorter", "a", "b")).hasToString("shorter: stored are a, the source has b");
    }

    /** Sixty bars, of which some have adjusted closes that are so many times what they should be. */
    private static Claim adjustedBadly(double factor, int... days) {
        List<DailyBar> bars = new ArrayList<>(bars(60, day -> 1, day -> day < 30 ? 0.98 : 1));
        for (int day : days) {
            bars.set(day, bars.get(day).withAdjustedClose(bars.get(day).adjustedClose() * factor));
        }
        return judged(bars, dividend(2));
    }

    @Test
    void quarantinesAdjustedClosesThatAreOutOfLineWithTheirNeighbours() {
        for (int day : new int[] {0, 1, 15, 29, 30, 58, 59}) {
            for (double factor : new double[] {1e21, 1e-21, 40, 3, 0.3}) {
                Claim claim = adjustedBadly(factor, day);

                assertThat(claim.conflict()).as("%s on day %s", factor, day).isNull();
                assertThat(claim.bad())
                        .as("%s on day %s", factor, day)
                        .singleElement()
                        .satisfies(bad -> {
                            assertThat(bad.defect()).isEqualTo(Defect.ADJUSTED_JUMP);
                            assertThat(bad.bar().date()).isEqualTo(FIRST.plusDays(day));
                        });
            }
        }
    }

    @Test
    void quarantinesAFewDaysOfAdjustedClosesThatAreOutOfLine() {
        assertThat(adjustedBadly(1.03, 12).bad()).hasSize(1);
        assertThat(adjustedBadly(0.5, 12, 13, 14, 15).bad()).hasSize(4);
        assertThat(adjustedBadly(100, 12, 13, 14, 40, 41, 42, 43).bad()).hasSize(7);
    }

    @Test
    void leavesAdjustedClosesThatAreRounded() {
        List<DailyBar> bars = bars(60, day -> 0.002, day -> day % 3 == 0 ? 0.97 : 1.03);

        assertSound(judged(bars));
    }

    @Test
    void isInConflictWhenAdjustedClosesChangeForGoodAndNothingExplainsIt() {
        for (double factor : new double[] {0.01, 100, 0.3, 3}) {
            Claim claim = judged(bars(60, day -> 1, day -> day < 30 ? factor : 1));

            assertThat(rule(claim)).as("%s", factor).isEqualTo("adjusted_step");
            assertThat(conflict(claim).answered()).contains("2026-01-30").contains("2026-01-31");
        }
    }

    @Test
    void acceptsWhatAPersonHasAcceptedBeforeAndGoesOnJudging() {
        List<DailyBar> bars = bars(60, day -> day < 30 ? 1 : 0.01, day -> day < 10 ? 0.9 : 1);
        CorporateAction wrong = CorporateAction.dividend(FIRST.plusDays(10), 5);
        Claim claim = Claim.of("GBP", true, bars, List.of(wrong));

        Decisions all = claim.with(Decisions.ALL).judged(List.of(), TOMORROW).decisions();
        assertThat(all.applied())
                .containsExactly(
                        new AcceptedConflict("change_of_unit", FIRST.plusDays(30)),
                        new AcceptedConflict("dividend_contradicted", FIRST.plusDays(10)));

        Claim again = claim.with(Decisions.of(all.applied())).judged(List.of(), TOMORROW);
        assertSound(again);
        assertThat(again.bars()).isEqualTo(bars);
        assertThat(rule(claim.with(Decisions.of(Set.of(new AcceptedConflict("change_of_unit", FIRST.plusDays(30)))))
                        .judged(List.of(), TOMORROW)))
                .isEqualTo("dividend_contradicted");
    }

    @Test
    void takesNoStoredBarBackBecauseAPersonHasAcceptedAnotherLevelSince() {
        List<DailyBar> all = bars(16, day -> day < 4 ? 1 : 0.01);
        Claim claim = Claim.of("GBP", true, all.subList(10, 16), List.of()).judged(all.subList(0, 10), TOMORROW);

        assertSound(claim);
    }

    @Test
    void isInConflictWhenPricesShowASplitTheOtherWay() {
        for (double ratio : new double[] {4, 20, 0.1}) {
            Claim claim = judged(
                    bars(60, day -> day < 30 ? 1 / ratio : 1), CorporateAction.split(FIRST.plusDays(30), ratio, 1));

            assertThat(rule(claim)).as("%s", ratio).isEqualTo("split_contradicted");
        }
    }

    /** Kinds of faults that are like those above in another size, direction or place. */
    @Test
    void seesTheBrothersOfKnownFaults() {
        CorporateAction reverse = CorporateAction.split(FIRST.plusDays(30), 1, 100);
        assertThat(judged(bars(60, day -> day < 30 ? 0.01 : 1), reverse).bars())
                .as("a reverse split 1:100 that is not applied")
                .allSatisfy(bar -> assertThat(bar.close()).isBetween(97.0, 103.0));

        assertThat(rule(judged(bars(60, day -> day < 30 ? 1 : 10_000))))
                .as("ten thousandfold from a day on")
                .isEqualTo("change_of_unit");

        assertThat(judged(bars(60, day -> day >= 20 && day < 45 ? 1000 : 1)).repairs())
                .as("fils amid dinars")
                .hasSize(25);

        assertThat(judged(bars(60, day -> day < 3 ? 0.01 : 1)).bad())
                .as("the first three days in another unit")
                .hasSize(3);

        CorporateAction gain = new CorporateAction(FIRST.plusDays(30), CorporateAction.Kind.CAPITAL_GAIN, 200, 1, null);
        assertThat(paying(0.98, gain).actions().get(0).value())
                .as("a capital gain in pence")
                .isEqualTo(2, within(1e-9));

        CorporateAction rand = new CorporateAction(FIRST.plusDays(30), CorporateAction.Kind.DIVIDEND, 36, 1, "ZAR");
        assertThat(paying(0.98, rand).actions().get(0).value())
                .as("a dividend in rand")
                .isEqualTo(bars(60, day -> 1).get(29).close() * 0.02, CENT);

        assertThat(CorporateAction.onePerDay(List.of(dividend(0.1), dividend(0.2)))
                        .get(0)
                        .value())
                .as("the noise of binary fractions")
                .isEqualTo(0.3);
    }

    @Test
    void barsOfDaysOnWhichTheExchangeNeverTradesAreQuarantined() {
        Claim claim = Claim.of("USD", true, bars(14, day -> 1), List.of());

        assertThat(claim.inSessionsOf("NYQ").bad())
                .allMatch(bad -> bad.defect() == Defect.NO_SESSION)
                .extracting(bad -> bad.bar().date().toString())
                .containsExactly("2026-01-03", "2026-01-04", "2026-01-10", "2026-01-11");
        assertThat(claim.inSessionsOf("NYQ").bars()).hasSize(10);
        for (String exchange : List.of("TLV", "SAU", "NSI", "CCC", "imported", "")) {
            assertThat(claim.inSessionsOf(exchange)).as(exchange).isEqualTo(claim);
        }
    }

    private static CorporateAction split(int day, double shares, double per) {
        return CorporateAction.split(FIRST.plusDays(day), shares, per);
    }

    private static void assertOneLevel(Claim claim) {
        assertThat(claim.conflict()).isNull();
        assertThat(claim.bad()).isEmpty();
        assertThat(claim.bars()).allSatisfy(bar -> {
            assertThat(bar.close()).isBetween(96.0, 104.0);
            assertThat(bar.adjustedClose()).isEqualTo(bar.close(), CENT);
        });
    }

    @Test
    void movesASplitThatIsNotAppliedToTheDayOnWhichPricesShowIt() {
        for (double ratio : new double[] {4, 1.5, 0.1, 0.01, 0.005, 200}) {
            for (int named : new int[] {27, 28, 29, 31, 32, 33}) {
                Claim claim = judged(bars(60, day -> day < 30 ? ratio : 1), split(named, ratio, 1));

                assertOneLevel(claim);
                assertThat(claim.actions()).containsExactly(split(30, ratio, 1));
                assertThat(claim.repairs())
                        .contains(new Repair(FIRST.plusDays(named), "split_misdated", null, ratio))
                        .hasSize(31);
            }
        }
    }

    @Test
    void adjustsTheDaysBetweenASplitAndTheDayThatTheSourceTookForIt() {
        for (double ratio : new double[] {4, 2, 0.01}) {
            Claim late = judged(bars(60, day -> day >= 28 && day < 30 ? ratio : 1), split(28, ratio, 1));
            assertOneLevel(late);
            assertThat(late.actions()).containsExactly(split(30, ratio, 1));

            Claim early = judged(bars(60, day -> day >= 30 && day < 32 ? 1 / ratio : 1), split(32, ratio, 1));
            assertOneLevel(early);
            assertThat(early.actions()).containsExactly(split(30, ratio, 1));
            assertThat(early.bars().get(31).volume()).isEqualTo(Math.round(1031 / ratio));
        }
    }

    @Test
    void leavesASmallSplitWherePricesMoveAlikeOnADayBeside() {
        assertSound(judged(bars(60, day -> day < 30 ? 1.3 : 1), split(32, 1.3, 1)));
        assertSound(judged(bars(60, day -> day < 30 ? 2 : 1), split(34, 2, 1)));
        assertSound(judged(bars(60, day -> day < 30 ? 1.3 : 1), split(32, 2, 1)));
    }

    @Test
    void findsASplitAtTheEndsAndOnADayWithoutABar() {
        assertOneLevel(judged(bars(60, day -> day < 59 ? 4 : 1), split(59, 4, 1)));
        assertOneLevel(judged(bars(60, day -> day < 59 ? 4 : 1), split(60, 4, 1)));
        assertOneLevel(judged(bars(60, day -> day < 1 ? 4 : 1), split(0, 4, 1)));
        List<DailyBar> bars = new ArrayList<>(bars(60, day -> day < 30 ? 4 : 1));
        bars.remove(30);
        assertOneLevel(judged(bars, split(30, 4, 1)));
        assertSound(judged(bars(60, day -> 1), split(0, 4, 1), split(59, 1, 100)));
    }

    @Test
    void isInConflictWhenPricesShowASplitTheOtherWayADayBesideIt() {
        assertThat(rule(judged(bars(60, day -> day < 30 ? 0.25 : 1), split(31, 4, 1))))
                .isEqualTo("split_contradicted");
        assertThat(rule(judged(bars(60, day -> day < 30 ? 100 : 1), split(30, 1, 100))))
                .isEqualTo("split_contradicted");
    }

    @Test
    void countsASplitOnceThatIsNamedTwiceInAWeek() {
        Claim sound = judged(bars(60, day -> 1), split(30, 4, 1), split(33, 8, 2));
        assertThat(sound.actions()).containsExactly(split(30, 4, 1));
        assertThat(sound.repairs()).containsExactly(new Repair(FIRST.plusDays(33), "split_repeated", null, 4.0));

        Claim shown = judged(bars(60, day -> day < 33 ? 4 : 1), split(30, 4, 1), split(33, 4, 1));
        assertOneLevel(shown);
        assertThat(shown.actions()).containsExactly(split(33, 4, 1));

        Claim twice = judged(bars(60, day -> day < 30 ? 16 : day < 33 ? 4 : 1), split(30, 4, 1), split(33, 4, 1));
        assertOneLevel(twice);
        assertThat(twice.actions()).hasSize(2);
    }

    @Test
    void takesTwoSplitsOfADayForOne() {
        assertOneLevel(judged(bars(60, day -> day < 30 ? 6 : 1), split(30, 2, 1), split(30, 3, 1)));
    }

    @Test
    void takesAnEnormousReverseSplitForNoChangeOfUnit() {
        CorporateAction reverse = split(57, 1, 100);
        Claim traded = Claim.of("USD", false, bars(60, day -> day < 57 ? 0.01 : 1), List.of(reverse))
                .judged(List.of(), TOMORROW);
        assertSound(traded);

        List<DailyBar> stored = bars(50, day -> 0.01);
        List<DailyBar> answer = bars(60, day -> 1).subList(45, 60);
        assertSound(Claim.of("USD", true, answer, List.of(reverse)).judged(stored.subList(20, 45), TOMORROW));

        assertOneLevel(judged(bars(60, day -> day >= 20 && day < 57 ? 0.01 : 1), reverse));
    }

    @Test
    void bringsUnitsThatAlternateToOne() {
        for (double unit : new double[] {0.01, 100, 0.001, 1000}) {
            assertOneLevel(judged(bars(60, day -> day >= 12 && day < 48 && day / 3 % 2 == 0 ? unit : 1)));
            assertOneLevel(judged(bars(60, day -> day % 7 < 2 ? unit : 1)));
            assertOneLevel(judged(bars(65, day -> day / 5 % 2 == 1 ? unit : 1)));
        }
    }

    @Test
    void isInConflictWhenUnitsAlternateAndNeitherPrevails() {
        assertThat(rule(judged(bars(60, day -> day / 5 % 2 == 1 ? 100 : 1)))).isEqualTo("change_of_unit");
    }

    @Test
    void takesTheUnitOfTheStoredDaysWhereUnitsAlternate() {
        List<DailyBar> all = bars(40, day -> day < 20 || day % 5 == 0 ? 1 : 100);
        Claim claim = Claim.of("GBP", true, all.subList(20, 40), List.of()).judged(all.subList(0, 20), TOMORROW);

        assertOneLevel(claim);
        assertThat(claim.repairs()).hasSize(16);
    }

    private static Claim ending(LocalDate latest, double factor, CorporateAction... actions) {
        return Claim.of("USD", true, bars(60, day -> 1, day -> factor), List.of(actions))
                .judged(List.of(), latest);
    }

    @Test
    void isInConflictWhenTheNewestAdjustedCloseIsNotTheClose() {
        LocalDate last = FIRST.plusDays(59);

        assertThat(rule(ending(last.plusDays(1), 0.5))).isEqualTo("adjusted_level");
        assertThat(rule(ending(last.plusDays(4), 1.1, dividend(2)))).isEqualTo("adjusted_level");
        assertSound(ending(last.plusDays(1), 1));
        assertSound(ending(last.plusDays(1), 0.5, split(61, 2, 1)));
        assertSound(ending(last.plusDays(9), 0.5));
        Decisions all = Claim.of("USD", true, bars(60, day -> 1, day -> 0.5), List.of())
                .with(Decisions.ALL)
                .judged(List.of(), last)
                .decisions();
        assertSound(Claim.of("USD", true, bars(60, day -> 1, day -> 0.5).subList(30, 60), List.of())
                .with(Decisions.of(all.applied()))
                .judged(List.of(), last.plusDays(2)));
    }
}
