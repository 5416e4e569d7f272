package io.openalpha.source.yahoo;

/**
 * Numbers as charts hold them: digits, perhaps with a point among them. To round the last bit of a double rightly costs
 * more than all else that is done with a chart, and prices are single-precision numbers.
 */
final class PlainNumber {

    private static final int MOST_DIGITS = 18;
    private static final long LARGEST_EXACT = 1L << 53;
    private static final double[] POWERS = new double[MOST_DIGITS + 1];

    static {
        for (int i = 0; i <= MOST_DIGITS; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private double value;

    /**
     * Reads the number that begins at a place.
     *
     * @return the place after its last digit; -1 if it is no number of JSON, has more digits than a long holds, or is a
     *     whole number that a double does not hold exactly
     */
    int read(byte[] json, int begin) {
        boolean negative = begin < json.length && json[begin] == '-';
        int first = negative ? begin + 1 : begin;
        int at = first;
        long digits = 0;
        while (at < json.length && isDigit(json[at])) {
            digits = digits * 10 + (json[at++] - '0');
        }
        int whole = at - first;
        int decimals = 0;
        if (at < json.length && json[at] == '.') {
            int point = at++;
            while (at < json.length && isDigit(json[at])) {
                digits = digits * 10 + (json[at++] - '0');
            }
            decimals = at - point - 1;
            whole = decimals == 0 ? 0 : whole;
        }
        boolean leadingZero = whole > 0 && json[first] == '0';
        if (whole == 0
                || (leadingZero && whole > 1)
                || whole + decimals > (leadingZero ? MOST_DIGITS + 1 : MOST_DIGITS)
                || (decimals == 0 && digits >= LARGEST_EXACT)) {
            return -1;
        }
        double size = decimals == 0 ? digits : digits / POWERS[decimals];
        value = negative ? -size : size;
        return at;
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }

    /** The number that was read last, right to one or two units of the last place of a double. */
    double value() {
        return value;
    }
}
