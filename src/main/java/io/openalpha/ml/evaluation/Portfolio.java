package io.openalpha.ml.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a paper portfolio earned that every day is long the tenth of symbols with the highest scores and short the tenth
 * with the lowest, equally weighted, one unit of capital on each side. Without market impact, borrowing fees and taxes.
 *
 * <p>With a horizon of h days it is h portfolios of 1/h of the capital, one opened each day (N. Jegadeesh and S.
 * Titman, 1993). Each side has floor(n / 10) places, at least one; equal scores share places.
 *
 * @param gross mean return a day before costs, as a share of one unit (0.001 is 0.1 %)
 * @param turnover mean value traded a day, buys and sells of both sides, in units; 4 when all is replaced
 * @param costBps assumed costs in basis points of the value traded
 * @param net mean return a day after them
 * @param breakEvenBps costs at which nothing is left: gross over turnover; negative when it loses without any costs,
 *     null when nothing is traded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Portfolio(
        Estimate gross,
        double turnover,
        double costBps,
        double net,
        @Nullable Double breakEvenBps) {

    private static final double BPS = 1e4;

    static Portfolio of(Estimate gross, double turnover, double costBps) {
        return new Portfolio(
                gross,
                turnover,
                costBps,
                gross.value() - turnover * costBps / BPS,
                turnover == 0 ? null : gross.value() / turnover * BPS);
    }
}
