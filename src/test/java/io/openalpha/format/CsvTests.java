package io.openalpha.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CsvTests {

    private record Row(
            String name,
            BigDecimal lastPrice,
            @Nullable LocalDate day,
            @JsonProperty("final") boolean isFinal,
            Map<String, Long> counts) {}

    private static final Row ROW =
            new Row("A \"big\", round one", new BigDecimal("1E-8"), null, true, Map.of("yahoo", 3L));

    @Test
    void quotesWhatRfc4180SaysAndWritesNestedValuesAsJson() throws IOException {
        assertThat(written(List.of(ROW)).split("\r\n"))
                .containsExactly(
                        "name,last_price,day,final,counts",
                        "\"A \"\"big\"\", round one\",0.00000001,,true,\"{\"\"yahoo\"\":3}\"");
    }

    @Test
    void hasAHeaderWithoutRows() throws IOException {
        assertThat(written(List.of())).isEqualTo("name,last_price,day,final,counts\r\n");
    }

    @Test
    void hasColumnsNamedLikeThePropertiesOfTheJson() throws IOException {
        JsonNode json = Json.MAPPER.readTree(Json.indented(ROW));

        assertThat(written(List.of()).strip().split(",")).containsExactlyElementsOf(json.propertyNames());
    }

    private static String written(List<Row> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        Csv.write(Row.class, rows, text);
        return text.toString();
    }
}
