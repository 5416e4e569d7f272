package io.openalpha.market.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.Conflict;
import io.openalpha.market.Quote;
import io.openalpha.market.QuoteLevel;
import io.openalpha.market.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteRulesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @ParameterizedTest
    @CsvSource({
        "GBP, 1.5, GBP, 150, change_of_unit",
        "GBP, 1500, GBP, 1.5, change_of_unit",
        "GBP, 1.5, USD, 1.6, other_currency",
        "GBp, 150, USD, 1.6, other_currency",
        "GBp, 150, GBP, 150, change_of_unit",
        "KWF, 900, KWD, 900, change_of_unit"
    })
    void refuseAPriceInAnotherUnitOrCurrency(String stored, double close, String answered, String price, String rule) {
        assertThat(conflict(new QuoteLevel(stored, close, DAY), answered, price))
                .isNotNull()
                .extracting(Conflict::rule)
                .isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "GBP, 1.5, GBP, 1.4",
        "GBP, 10, GBP, 0.25",
        "GBP, 0.25, GBP, 10",
        "GBp, 150, GBP, 1.6",
        "KWF, 900, KWD, 0.9",
        "USDT, 2, USDT, 2"
    })
    void takeAPriceOfTheSameUnit(String stored, double close, String answered, String price) {
        assertThat(conflict(new QuoteLevel(stored, close, DAY), answered, price))
                .isNull();
    }

    @Test
    void compareOnlyTheCurrencyWhereThePriceIsTooOld() {
        QuoteLevel old = new QuoteLevel("USD", null, DAY);

        assertThat(conflict(old, "USD", "1000000")).isNull();
        assertThat(conflict(old, "CAD", "1"))
                .isEqualTo(new Conflict("other_currency", "prices in USD", "prices in CAD"));
    }

    private static @Nullable Conflict conflict(QuoteLevel stored, String currency, String price) {
        return QuoteRules.conflict(
                stored,
                new Quote(new Symbol("AAA"), Instant.EPOCH, new BigDecimal(price), 1, currency, "test", Instant.EPOCH));
    }
}
