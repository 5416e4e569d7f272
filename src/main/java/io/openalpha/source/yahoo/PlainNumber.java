package io.openalpha.source.yahoo;

import tools.jackson.core.JsonParser;

/**
 * Numbers as charts hold them: digits, perhaps with a point among them. To round the last bit of a double rightly costs more
 * than all else that is done with a chart, and prices are single-precision numbers.
 */
final class PlainNumber {

    private static final int MOST_DIGITS = 18;
    private static final double[] POWERS = new double[MOST_DIGITS + 1];

    static {
        for (int i = 0; i <= MOST_DIGITS; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private PlainNumber() {}

    /** The number at which the parser stands, right to one or two units of the last place of a double. */
    static double read(JsonParser json) {
        char[] text = json.getStringCharacters();
        int from = json.getStringOffset();
        double number = read(text, from, from + json.getStringLength());
        return Double.isNaN(number) ? json.getDoubleValue() : number;
    }

    /** The number; NaN if it is written in another way, or has more digits than a long holds. */
    private static double read(char[] text, int from, int to) {
        boolean negative = text[from] == '-';
        int begin = negative ? from + 1 : from;
        if (to - begin > MOST_DIGITS) {
            return Double.NaN;
        }
        long digits = 0;
        int decimals = -1;
        for (int i = begin; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                decimals += decimals < 0 ? 0 : 1;
            } else if (text[i] == '.') {
                decimals = 0;
            } else {
                return Double.NaN;
            }
        }
        double size = digits / POWERS[Math.max(0, decimals)];
        return negative ? -size : size;
    }
}
