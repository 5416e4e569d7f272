package io.openalpha.source.yahoo;

/** Yahoo's prices: single-precision numbers that are written with the digits of doubles, such as 171.3999938964844. */
final class Float32 {

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
    private static final double LARGEST = 1e9;

    private Float32() {}

    /** The shortest decimal that stands for the same single-precision number, such as 171.4. */
    static double shortest(double widened) {
        float single = (float) widened;
        if (Math.abs(widened) < LARGEST) {
            for (double power : POWERS) {
                double decimal = Math.rint(widened * power) / power;
                if ((float) decimal == single) {
                    return decimal;
                }
            }
        }
        return Double.parseDouble(Float.toString(single));
    }
}
