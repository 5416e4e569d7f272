package io.openalpha.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "AAPL",
                "BRK.B",
                "ALL.AX",
                "^GSPC",
                "EURUSD=X",
                "BTC-USD",
                "0700.HK",
                "A_B",
                "ABCDEFGHIJKLMNOPQRST"
            })
    void takesWhatExchangesUse(String name) {
        assertThat(new Symbol(name)).hasToString(name);
    }

    @Test
    void dropsWhiteSpaceAndCapitalizesWhatAPersonTyped() {
        assertThat(Symbol.of(" \tbrk.b ")).isEqualTo(new Symbol("BRK.B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B", "AAPL;", "A/B", "ÄPFEL", "A'--", "aapl", "$A", ".A B"})
    void refusesIllegalCharacters(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Symbol(name))
                .withMessage("symbol '%s' has illegal characters: letters, digits and . - = ^ _ are allowed", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ß", "ſ", "ıbm"})
    void doesNotTakeForeignLettersForTheirCapitals(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Symbol.of(typed))
                .withMessageStartingWith("symbol '%s' has illegal characters", typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {".A", "-", "=X", "_AB"})
    void saysWhatASymbolBeginsWith(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Symbol(name))
                .withMessage("symbol '%s' does not begin with a letter, a digit or ^", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t"})
    void refusesNothing(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> Symbol.of(typed)).withMessage("a symbol is empty");
    }

    @Test
    void refusesMoreThanTwentyCharactersAndShowsThoseOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Symbol("ABCDEFGHIJKLMNOPQRSTU"))
                .withMessage("symbol 'ABCDEFGHIJKLMNOPQRST…' is longer than 20 characters");
    }

    @Test
    void printsNoControlCharacters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Symbol("A\u001b[2J\nB"))
                .withMessageStartingWith("symbol 'A?[2J?B' has");
    }

    @ParameterizedTest
    @CsvSource({"A,B", "BRK-B,BRK.B", "9,A", "Z,^A", "A,AA"})
    void isOrderedByItsCharacters(String lesser, String greater) {
        assertThat(new Symbol(lesser)).isLessThan(new Symbol(greater));
    }
}
