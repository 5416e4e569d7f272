package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CellsTests {

    @Test
    void tinyPricesShowTheirDigits() {
        assertThat(DoubleStream.of(0.000007066, 12.5, 0.0000070001, 0.01234567, 7.0)
                        .mapToObj(Cells::price))
                .containsExactly("0.000007066", "12.5000", "0.000007000", "0.01235", "7.0000");
    }
}
