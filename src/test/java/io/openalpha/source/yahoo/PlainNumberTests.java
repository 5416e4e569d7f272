package io.openalpha.source.yahoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTests {

    private static final int LAST_PLACES = 2;

    private final PlainNumber number = new PlainNumber();

    private int readAt(String text, int begin) {
        return number.read(text.getBytes(StandardCharsets.US_ASCII), begin);
    }

    private double read(String text) {
        assertThat(readAt(text, 0)).isEqualTo(text.length());
        return number.value();
    }

    @Property
    void readsEverySinglePrecisionPriceThatIsWrittenAsADouble(
            @ForAll @LongRange(min = 10_000, max = 1L << 40) long millionths) {
        float price = (float) (millionths / 1e6);
        assertThat((float) read(new BigDecimal(Double.toString(price)).toPlainString()))
                .isEqualTo(price);
    }

    @Property
    void isOffByTwoUnitsOfTheLastPlaceAtMost(
            @ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L) long digits,
            @ForAll @IntRange(min = 1, max = 17) int decimals) {
        BigDecimal written = BigDecimal.valueOf(digits, decimals);
        int end = readAt(written.toPlainString() + ",", 0);
        double exact = written.doubleValue();
        assertThat(end).isEqualTo(written.toPlainString().length());
        assertThat(Math.abs(number.value() - exact)).isLessThanOrEqualTo(LAST_PLACES * Math.ulp(exact));
    }

    @Property
    void readsWholeNumbersExactly(@ForAll @LongRange(min = -(1L << 53) + 1, max = (1L << 53) - 1) long volume) {
        assertThat(read(Long.toString(volume))).isEqualTo((double) volume);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "0.0", "-0.5", "171.3999938964844", "0.012345678906738758", "9007199254740991"})
    void agreesWithTheLanguage(String text) {
        assertThat(read(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".5",
                "-.5",
                "5.",
                "5.,",
                "01",
                "-00",
                "00.5",
                "+1",
                "NaN",
                "Infinity",
                "null",
                "\"1\"",
                " 1",
                "9007199254740992",
                "-9007199254740992",
                "1234567890123456789",
                "0.1234567890123456789",
                "123456789012345678901234567890"
            })
    void leavesWhatIsWrittenInAnotherWay(String text) {
        assertThat(readAt(text, 0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "1.5E-7", "12]", "1-2", "1.2.3", "7 "})
    void endsAtTheFirstLetterThatBelongsToNoPlainNumber(String text) {
        assertThat(readAt(text, 0)).isBetween(1, text.length() - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void findsNoNumberAtTheEndOfTheText(int begin) {
        assertThat(readAt("1", begin)).isEqualTo(-1);
    }
}
