package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.DailyBar;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarFormatTests {

    @Test
    void tablesShowTinyPricesWithTheirDigits() throws IOException {
        DailyBar bar =
                new DailyBar(LocalDate.of(2026, 11, 28), 0.000007066, 12.5, 0.0000070001, 0.01234567, 7.0, 5, true);
        StringWriter out = new StringWriter();

        new BarFormat()
                .print(
                        List.of(new StoredBar(new Symbol("SHIB-USD"), bar, "yahoo", Instant.EPOCH)),
                        new PrintWriter(out));

        assertThat(out.toString()).contains(" 0.000007066 ", " 12.5000 ", " 0.000007000 ", " 0.01235 ", " 7.0000 ");
    }
}
