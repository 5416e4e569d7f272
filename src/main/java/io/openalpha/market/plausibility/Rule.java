package io.openalpha.market.plausibility;

import java.util.Locale;

/** What an answer as a whole must fulfil before it replaces anything; single bars are judged by {@code BarChecks}. */
public enum Rule {
    CHANGE_OF_UNIT("a price that changes by more than fifty times and stays there has changed its unit, unless a split"
            + " explains it"),
    SPLIT_NOT_APPLIED("prices before a split that the answer names are adjusted for it"),
    SPLIT_CONTRADICTED("prices do not change on the day of a split by its ratio the other way"),
    SPLIT_MISDATED("prices change on the day of a split that the answer names, if at all, not up to three sessions"
            + " beside it"),
    SPLIT_REPEATED("a split that the answer names twice within five sessions is in its prices twice"),
    DIVIDEND_UNIT("a dividend counts what the adjusted closes say that it counts"),
    DIVIDEND_NOT_APPLIED("adjusted closes before a dividend that the answer names are adjusted for it"),
    DIVIDEND_CONTRADICTED("a dividend's share of the price is what the adjusted closes fall by"),
    ADJUSTED_STEP("adjusted closes change against closes by half or twofold only with a payout or a split"),
    ADJUSTED_LEVEL("the newest adjusted close is the close, unless a payout or split is announced"),
    OTHER_CURRENCY("an answer has the currency of what is stored"),
    HUNDREDFOLD(
            "prices of days that are stored are not a hundred or a thousand times what they were, or that part of it"),
    OTHER_PRICES("closes and adjusted closes of days that are stored differ from what they were by one plausible"
            + " factor, if at all"),
    NO_COMMON_DAY("an answer has some of the last stored days"),
    SHORTER("an answer that would replace what is stored has all its days but two, or two in a thousand up to five"),
    COLUMN_MISSING("an answer that would replace what is stored has volumes and adjusted closes where that has them");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    /** The rule as tables have it, such as {@code change_of_unit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What must hold. */
    public String sentence() {
        return sentence;
    }
}
