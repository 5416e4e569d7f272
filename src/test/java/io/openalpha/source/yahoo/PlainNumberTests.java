package io.openalpha.source.yahoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

class PlainNumberTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static double read(String text) {
        try (JsonParser json = JSON.createParser("[" + text + "]")) {
            json.nextToken();
            json.nextToken();
            return PlainNumber.read(json);
        }
    }

    @Property
    void readsEverySinglePrecisionNumberThatIsWrittenAsADouble(@ForAll float price) {
        assertThat((float) read(Double.toString(price))).isEqualTo(price);
        assertThat((float) read(new BigDecimal(price).toPlainString())).isEqualTo(price == 0 ? 0 : price);
    }

    @Property
    void readsWholeNumbersExactly(@ForAll @LongRange(min = -(1L << 53), max = 1L << 53) long volume) {
        assertThat(read(Long.toString(volume))).isEqualTo((double) volume);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-0.5", "171.3999938964844", "1e3", "1.5E-7", "123456789012345678901234567890", "0.000001"})
    void agreesWithTheLanguage(String text) {
        assertThat(read(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void leavesWhatIsNotANumberToTheParser(String text) {
        assertThat(Double.valueOf(read(text))).isEqualTo(Double.valueOf(text));
    }
}
