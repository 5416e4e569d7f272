package io.openalpha.source.yahoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

class NumberArraysTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** What makes up a text that is JSON, or nearly so. */
    @Provide
    Arbitrary<String> nearlyJson() {
        Arbitrary<String> piece = Arbitraries.of(
                "1",
                "-2.5",
                "171.3999938964844",
                "0",
                "null",
                "nul",
                ",",
                ",",
                ",",
                " ",
                "\n",
                "[",
                "]",
                "01",
                ".",
                "-",
                "1e3",
                "NaN",
                "true",
                "\"a\"",
                "\"[1,2]\"",
                "\"\\\"[1]\"",
                "\"",
                "\\",
                "{",
                "}",
                "{\"b\":[1,2]}",
                "[3,4]");
        return piece.list().ofMaxSize(8).map(pieces -> "{\"a\":[" + String.join("", pieces) + "],\"c\":[5,null]}");
    }

    @Property(tries = 20_000)
    void givesWhatAParserGives(@ForAll("nearlyJson") String text) {
        assertThat(cut(text)).isEqualTo(parsed(text));
    }

    @Property
    void givesTheNumbersOfEveryArray(@ForAll List<Float> prices) {
        List<Double> numbers = prices.stream().map(Float::doubleValue).toList();
        Column column = only("{\"open\":" + numbers + "}");

        assertThat(column.size()).isEqualTo(numbers.size());
        for (int row = 0; row < column.size(); row++) {
            double expected = numbers.get(row);
            assertThat(column.get(row)).isCloseTo(expected, within(2 * Math.ulp(expected)));
        }
    }

    @Test
    void leavesAnArrayEmptyAndAllElseAsItIs() {
        String text = "{ \"a\" : [ 1 , null\n] , \"é[2]\" : [\"[3]\", {\"b\":[[4],[]]}] }";

        byte[] rest = NumberArrays.cutFrom(bytes(text)).rest();

        assertThat(new String(rest, StandardCharsets.UTF_8))
                .isEqualTo("{ \"a\" : [] , \"é[2]\" : [\"[3]\", {\"b\":[[],[]]}] }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[1]",
                "{\"a\":[1",
                "{\"a\":[1,",
                "{\"a\":[",
                "{\"a\":[1,]}",
                "{\"a\":[,1]}",
                "{\"a\":[1 2]}",
                "\uFEFF{\"a\":[1]}"
            })
    void cutsNothingWhereItIsNotSure(String text) {
        assertThat(NumberArrays.cutFrom(bytes(text)).rest()).isEqualTo(bytes(text));
    }

    @Test
    void isQuickWithBracketsWithinBrackets() {
        String text = "{\"a\":" + "[1,2,3,".repeat(100_000);

        assertThat(NumberArrays.cutFrom(bytes(text)).rest()).hasSize(text.length());
    }

    private static Column only(String text) {
        NumberArrays arrays = NumberArrays.cutFrom(bytes(text));
        try (JsonParser json = JSON.createParser(arrays.rest())) {
            while (json.nextToken() != JsonToken.START_ARRAY) {
                assertThat(json.currentToken()).isNotNull();
            }
            Column cut = arrays.at(json);
            return cut == null ? Column.read(json) : cut;
        }
    }

    /** Tokens, with the numbers in place of those that were cut. */
    private static List<String> cut(String text) {
        NumberArrays arrays = NumberArrays.cutFrom(bytes(text));
        return tokens(arrays.rest(), arrays);
    }

    private static List<String> parsed(String text) {
        return tokens(bytes(text), NumberArrays.cutFrom(new byte[0]));
    }

    /** Ends with "damaged" alone where the text is not JSON. */
    private static List<String> tokens(byte[] text, NumberArrays arrays) {
        List<String> tokens = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            while (json.nextToken() != null) {
                boolean number = json.currentToken().isNumeric();
                tokens.add(number ? text(json.getDoubleValue()) : json.getString());
                Column column = json.currentToken() == JsonToken.START_ARRAY ? arrays.at(json) : null;
                for (int row = 0; column != null && row < column.size(); row++) {
                    tokens.add(column.has(row) ? text(column.get(row)) : "null");
                }
            }
            return tokens;
        } catch (JacksonException e) {
            return List.of("damaged");
        }
    }

    /** Zero is zero: a parser that takes it for an integer has no negative one. */
    private static String text(double number) {
        return Double.toString(number + 0.0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
