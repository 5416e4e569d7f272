package io.openalpha.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolListTests {

    private static final Instrument APPLE =
            Instrument.listed(new Symbol("AAPL"), "Apple Inc.", "Information Technology");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "symbol,name,sector\nAAPL,Apple Inc.,Information Technology\n",
                "sector,symbol,name\nInformation Technology,aapl,Apple Inc.",
                "Symbol,Security,GICS Sector,Founded\nAAPL,Apple Inc.,Information Technology,1977\n",
                "\"Ticker\",\"Name\",\"Sector\"\r\n\"AAPL\",\"Apple Inc.\",\"Information Technology\"\r\n",
                " name , symbol , sector \n Apple Inc. , AAPL , Information Technology \n",
                "\uFEFFsymbol,name,sector\nAAPL,Apple Inc.,Information Technology\n",
                "\uFEFF\"symbol\",\"name\",\"sector\"\nAAPL,Apple Inc.,Information Technology\n",
                "# my, list\nTicker;Company;Sector\nAAPL;Apple Inc.;Information Technology\n",
                "Ticker\tCompany name\tSector\nAAPL\tApple Inc.\tInformation Technology\n",
                "# my list\nsymbol,name,sector\n# first\nAAPL,Apple Inc.,Information Technology\n"
            })
    void readsColumnsByTheirHeader(String text) throws IOException {
        assertThat(read(text)).isEqualTo(new SymbolList(List.of(APPLE), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAPL\nBRK.B\n",
                "aapl\r\nbrk.b",
                "\uFEFFAAPL\nBRK.B\n",
                "\uFEFF# comment\nAAPL\nBRK.B\n",
                "symbol\nAAPL\nBRK.B\n",
                "\"AAPL\"\n\"BRK.B\"\n",
                "AAPL,what,ever\nBRK.B\n"
            })
    void readsOneSymbolALine(String text) throws IOException {
        assertThat(read(text).instruments())
                .containsExactly(
                        Instrument.listed(new Symbol("AAPL"), null, null),
                        Instrument.listed(new Symbol("BRK.B"), null, null));
        assertThat(read(text).complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISIN,Name\nUS0378331005,Apple\n",
                "isin\nUS0378331005\n",
                "# mine\nName;ISIN,Company,Weight\nApple\n"
            })
    void refusesAHeaderWithoutAColumnOfSymbols(String text) {
        assertThatIOException()
                .isThrownBy(() -> read(text))
                .withMessageMatching("line \\d has the names of columns, but none is 'symbol' or 'ticker'");
    }

    @Test
    void takesAQuotedCommaForPartOfAName() throws IOException {
        assertThat(read("symbol,name\nABNB,\"Airbnb, Inc. \"\"A\"\"\"\n").instruments())
                .containsExactly(Instrument.listed(new Symbol("ABNB"), "Airbnb, Inc. \"A\"", null));
    }

    @Test
    void leavesUnknownWhatALineDoesNotSay() throws IOException {
        assertThat(read("symbol,name,sector\nAAPL\nMSFT,,\n").instruments())
                .containsExactly(
                        Instrument.listed(new Symbol("AAPL"), null, null),
                        Instrument.listed(new Symbol("MSFT"), null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void namesBadLinesByTheirNumberAndKeepsTheGoodOnes(String lineEnd) throws IOException {
        SymbolList list = read(String.join(
                lineEnd,
                "symbol,name",
                "AAPL,Apple",
                "# a comment counts as a line",
                "",
                "MS FT,Microsoft",
                "aapl,Apple again",
                "ABCDEFGHIJKLMNOPQRSTUVW,Long",
                ",Nameless",
                "MSFT,Microsoft"));

        assertThat(list.instruments())
                .extracting(Instrument::symbol)
                .containsExactly(new Symbol("AAPL"), new Symbol("MSFT"));
        assertThat(list.complaints())
                .containsExactly(
                        "line 4: a symbol is empty",
                        "line 5: symbol 'MS FT' has illegal characters: letters, digits and . - = ^ _ are allowed",
                        "line 6: symbol 'AAPL' is a duplicate",
                        "line 7: symbol 'ABCDEFGHIJKLMNOPQRST…' is longer than 20 characters",
                        "line 8: a symbol is empty");
    }

    @Test
    void findsTheHeaderBelowAnEmptyLine() throws IOException {
        SymbolList list = read("\nsymbol,name\nAAPL,Apple\n");

        assertThat(list.instruments()).containsExactly(Instrument.listed(new Symbol("AAPL"), "Apple", null));
        assertThat(list.complaints()).containsExactly("line 1: a symbol is empty");
    }

    @Test
    void refusesNamesThatNoExportCouldBringBack() throws IOException {
        SymbolList list = read("symbol,name\nAAPL,\"Apple\nInc.\"\nMSFT," + "M".repeat(301) + "\nIBM,\u202EIBM\n");

        assertThat(list.instruments()).isEmpty();
        assertThat(list.complaints())
                .containsExactly(
                        "line 3: name 'Apple?Inc.' has characters that cannot be seen",
                        "line 4: name 'MMMMMMMMMMMMMMMMMMMM…' is longer than 300 characters",
                        "line 5: name '?IBM' has characters that cannot be seen");
    }

    @Test
    void takesNoWordForNoneAsASymbol() throws IOException {
        SymbolList list = read("symbol,name\nnan,\nNULL,Nothing\nNAN,Nuveen\n");

        assertThat(list.instruments()).containsExactly(Instrument.listed(new Symbol("NAN"), "Nuveen", null));
        assertThat(list.complaints())
                .containsExactly("line 2: symbol 'nan' stands for none", "line 3: symbol 'NULL' stands for none");
    }

    @Test
    void keepsTheFirstOfTwo() throws IOException {
        assertThat(read("symbol,name\nAAPL,First\nAAPL,Second\n").instruments())
                .containsExactly(Instrument.listed(new Symbol("AAPL"), "First", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "symbol,name\n", "# nothing\n"})
    void mayHoldNothing(String text) throws IOException {
        assertThat(read(text)).isEqualTo(new SymbolList(List.of(), List.of()));
    }

    @Test
    void saysWhereAQuotationMarkIsNotClosed() {
        assertThatIOException()
                .isThrownBy(() -> read("symbol,name\nAAPL,\"Apple\nMSFT,Microsoft\n"))
                .withMessageContaining("startline 2");
    }

    @Test
    void passesOnWhatIsWrongWithTheText() {
        Reader broken = new Reader() {
            private boolean begun;

            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                if (begun) {
                    throw new MalformedInputException(1);
                }
                begun = true;
                buffer[offset] = 'A';
                return 1;
            }

            @Override
            public void close() {}
        };

        assertThatIOException().isThrownBy(() -> SymbolList.read(broken)).isInstanceOf(MalformedInputException.class);
    }

    private static SymbolList read(String text) throws IOException {
        return SymbolList.read(new StringReader(text));
    }
}
