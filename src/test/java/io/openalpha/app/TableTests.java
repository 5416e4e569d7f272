package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTests {

    @Test
    void columnsAreAsWideAsTheirWidestCellAndNumbersStandRight() {
        Table<Map.Entry<String, Integer>> table = new Table<Map.Entry<String, Integer>>()
                .left("NAME", Map.Entry::getKey)
                .right("COUNT", Map.Entry::getValue)
                .left("NOTE", entry -> entry.getValue() > 9 ? null : "");
        StringWriter text = new StringWriter();

        table.print(List.of(Map.entry("a", 123456), Map.entry("longer", 9)), new PrintWriter(text, true));

        assertThat(text.toString().lines())
                .containsExactly(
                        "NAME     COUNT  NOTE", //
                        "a       123456  -",
                        "longer       9");
    }
}
