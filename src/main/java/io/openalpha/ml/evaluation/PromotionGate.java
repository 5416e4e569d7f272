package io.openalpha.ml.evaluation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The rule of promotion: a version serves when all checks of {@link GateChecks} pass.
 *
 * <p>The first version of an algorithm whose test is shorter than {@value #MIN_DAYS} days serves provisionally: no
 * number of so few days means much, and there is nothing better. One check nothing overrules: an artifact that does not
 * predict like the model it was made of never serves.
 */
public final class PromotionGate {

    /** Trading days of test that a promotion rests on. */
    public static final int MIN_DAYS = 250;

    /** What the t statistic of the mean rank IC must exceed. */
    public static final double MIN_T = 2;

    private PromotionGate() {}

    /** Decides on a candidate. Pure: the same candidate and mode give the same decision. */
    public static Decision decide(Candidate candidate, PromotionMode mode) {
        List<Check> checks = new GateChecks(candidate).all();
        String failed = checks.stream()
                .filter(check -> !check.passed())
                .map(Check::name)
                .collect(Collectors.joining(", "));
        if (!candidate.reloadedIdentically()) {
            return new Decision(Ruling.REJECTED, "the stored artifact is not the model that was trained", checks);
        }
        if (candidate.firstVersion() && candidate.testDays() < MIN_DAYS) {
            return granted(Ruling.PROVISIONAL, "first version, on too little history to know its worth", mode, checks);
        }
        if (failed.isEmpty()) {
            return granted(Ruling.PROMOTED, "all checks passed", mode, checks);
        }
        return mode == PromotionMode.ALWAYS
                ? new Decision(Ruling.PROMOTED, "promotion is set to always, despite: " + failed, checks)
                : new Decision(Ruling.REJECTED, "failed: " + failed, checks);
    }

    private static Decision granted(Ruling ruling, String reason, PromotionMode mode, List<Check> checks) {
        return mode == PromotionMode.MANUAL
                ? new Decision(Ruling.WAITING, reason + "; a person has to promote it", checks)
                : new Decision(ruling, reason, checks);
    }
}
