package io.openalpha.market.plausibility;

import io.openalpha.market.BarChecks;
import io.openalpha.market.Conflict;
import io.openalpha.market.CurrencyUnit;
import io.openalpha.market.Quote;
import io.openalpha.market.QuoteLevel;
import org.jspecify.annotations.Nullable;

/** Holds a quote against what is stored of its symbol. */
public final class QuoteRules {

    private QuoteRules() {}

    /**
     * Compares currency and size.
     *
     * @return null if nothing speaks against the quote
     */
    public static @Nullable Conflict conflict(QuoteLevel stored, Quote quote) {
        CurrencyUnit unit = CurrencyUnit.of(stored.currency()).orElse(new CurrencyUnit(stored.currency(), 0));
        if (!unit.currency().equals(quote.currency())) {
            return new Conflict(
                    Rule.OTHER_CURRENCY.word(), "prices in " + stored.currency(), "prices in " + quote.currency());
        }
        if (stored.price() == null) {
            return null;
        }
        double level = stored.price() / Math.pow(10, unit.decimals());
        return BarChecks.isFar(quote.price().doubleValue(), level)
                ? new Conflict(
                        Rule.CHANGE_OF_UNIT.word(),
                        "prices of about %s on %s".formatted(level, stored.day()),
                        "a price of " + quote.price().toPlainString())
                : null;
    }
}
