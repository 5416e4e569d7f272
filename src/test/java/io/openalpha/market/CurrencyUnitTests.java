package io.openalpha.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyUnitTests {

    @ParameterizedTest
    @CsvSource({
        "GBp,GBP,4.5", "GBX,GBP,4.5", "GBx,GBP,4.5", "ILA,ILS,4.5", "ILa,ILS,4.5", "ILs,ILS,4.5", "ZAc,ZAR,4.5",
        "ZAC,ZAR,4.5", "ZAr,ZAR,4.5", "USX,USD,4.5", "USc,USD,4.5", "USd,USD,4.5", "EUX,EUR,4.5", "EUr,EUR,4.5",
        "KWF,KWD,0.45", "KWf,KWD,0.45", "KWd,KWD,0.45", "BHF,BHD,0.45", "OMB,OMR,0.45", "TNM,TND,0.45", "BWp,BWP,4.5"
    })
    void scalesPartsOfACurrency(String code, String currency, BigDecimal price) {
        CurrencyUnit unit = CurrencyUnit.of(code).orElseThrow();

        assertThat(unit.currency()).isEqualTo(currency);
        assertThat(unit.whole(new BigDecimal("450"))).isEqualByComparingTo(price);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD", "GBP", "JPY", "KWD", "UGX", "CNH", "EUR", "ILS", "ZAR"})
    void leavesWholeCurrenciesAsTheyAre(String code) {
        assertThat(CurrencyUnit.of(code)).contains(new CurrencyUnit(code, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "QQQ", "XXX", "XTS", "pence", "usd", "JPX", "US", "USDT", "QQx"})
    void knowsNothingOfWhatIsNoCurrency(String code) {
        assertThat(CurrencyUnit.of(code)).isEmpty();
    }
}
