package io.openalpha.market;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers that were computed, without the noise of binary fractions that no source has written. */
final class Decimals {

    /** More than sources write, and less than a double holds. */
    private static final MathContext DIGITS = new MathContext(12);

    private Decimals() {}

    /** The number with twelve digits; what is not finite stays as it is. */
    static double rounded(double number) {
        return Double.isFinite(number) ? new BigDecimal(number, DIGITS).doubleValue() : number;
    }
}
