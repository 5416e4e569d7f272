package io.openalpha.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteTests {

    @Test
    void mayHaveNoVolume() {
        assertThat(quote("0.00000001", 0).volume()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-1.5"})
    void refusesAPriceThatIsNotAboveZero(String price) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quote(price, 1))
                .withMessage("price of AAPL must be above 0 but is " + price);
    }

    @Test
    void refusesANegativeVolume() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quote("1", -1))
                .withMessage("volume of AAPL must not be negative but is -1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "U\u0000SD", "U\u202eSD", "US DOLLARS", "DOLLARSOFTHEUS"})
    void refusesACurrencyThatIsNoCode(String currency) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quote(
                        new Symbol("AAPL"), Instant.EPOCH, BigDecimal.ONE, 1, currency, "yahoo", Instant.EPOCH))
                .withMessageStartingWith("currency of AAPL must be a code");
    }

    private static Quote quote(String price, long volume) {
        return new Quote(
                new Symbol("AAPL"), Instant.EPOCH, new BigDecimal(price), volume, "USD", "yahoo", Instant.EPOCH);
    }
}
