package io.openalpha.source.yahoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

class ColumnTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static Column read(String array) {
        try (JsonParser json = JSON.createParser(array)) {
            json.nextToken();
            return Column.read(json);
        }
    }

    private static double number(String text) {
        return read("[" + text + "]").get(0);
    }

    @Property
    void readsWholeNumbersExactly(@ForAll @LongRange(min = -(1L << 53), max = 1L << 53) long volume) {
        assertThat(number(Long.toString(volume))).isEqualTo((double) volume);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0",
                "-0.5",
                "171.3999938964844",
                "0.012345678906738758",
                "1234567890123456789.5",
                "1e3",
                "1.5E-7",
                "NaN"
            })
    void agreesWithTheLanguage(String text) {
        assertThat(number(text)).isEqualTo(Double.valueOf(text));
    }

    @Property
    void hasARowForEveryValue(@ForAll List<Float> prices) {
        Column column = read(prices.toString());

        assertThat(column.size()).isEqualTo(prices.size());
        for (int row = 0; row < column.size(); row++) {
            assertThat(column.has(row)).isTrue();
            assertThat((float) column.get(row)).isEqualTo(prices.get(row) + 0f);
        }
    }

    @Test
    void whatIsNotANumberIsMissing() {
        Column column = read("[1, null, \"2\", {\"a\": [3]}, [4], 5]");

        assertThat(column.size()).isEqualTo(6);
        assertThat(List.of(0, 1, 2, 3, 4, 5, 6)).filteredOn(column::has).containsExactly(0, 5);
    }
}
