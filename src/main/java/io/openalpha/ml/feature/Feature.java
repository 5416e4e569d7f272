package io.openalpha.ml.feature;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What is known about a symbol after the close of a day, computed from the last {@link FeatureSet#LOOK_BACK} bars and
 * nothing else. C, O, H, L are the prices of the day adjusted for splits and dividends, C(k) the close k bars before, V
 * the money that changed hands: close × volume, adjusted for splits alone, as no dividend changes it. All values are
 * ratios without a unit unless they say otherwise, so that a split or a dividend to come changes none of them.
 * Logarithms are natural, averages include the day itself. A formula without a value, such as 0/0 where nothing moved,
 * has the neutral value named with it.
 *
 * <p>{@link Dataset} holds the features of a stock as ranks within the day and those of the market as they are.
 */
public enum Feature {
    /**
     * ln(C / C(1)). Reversal of the last day: Jegadeesh, Evidence of Predictable Behavior of Security Returns (1990).
     */
    LOG_RETURN_1(window -> window.logReturn(1)),
    /** ln(C / C(2)). Reversal, as above. */
    LOG_RETURN_2(window -> window.logReturn(2)),
    /** ln(C / C(3)). Reversal, as above. */
    LOG_RETURN_3(window -> window.logReturn(3)),
    /** ln(C / C(5)). Reversal of the week: Lehmann, Fads, Martingales, and Market Efficiency (1990). */
    LOG_RETURN_5(window -> window.logReturn(5)),
    /** ln(C / C(10)). Reversal of the week, as above. */
    LOG_RETURN_10(window -> window.logReturn(10)),
    /** ln(C / C(20)). Reversal of the month: Jegadeesh (1990). */
    LOG_RETURN_20(window -> window.logReturn(20)),
    /** ln(C / C(60)). Momentum: Jegadeesh and Titman, Returns to Buying Winners and Selling Losers (1993). */
    LOG_RETURN_60(window -> window.logReturn(60)),

    /** ln(O / C(1)). Lou, Polk and Skouras, A Tug of War: Overnight Versus Intraday Expected Returns (2019). */
    OVERNIGHT_GAP(window -> Math.log(window.open() / window.close(1))),
    /** ln(C / O). Lou, Polk and Skouras (2019). */
    INTRADAY_RETURN(window -> Math.log(window.close(0) / window.open())),
    /** ln(H / L). Parkinson, The Extreme Value Method for Estimating the Variance of the Rate of Return (1980). */
    HIGH_LOW_RANGE(window -> Math.log(window.high(0) / window.low(0))),
    /**
     * ((C − L) − (H − C)) / (H − L), from −1 at the low to 1 at the high; 0 where H = L. Chaikin's close location
     * value.
     */
    CLOSE_LOCATION(Window::closeLocation),

    /** C / average of C over 5 bars − 1. Brock, Lakonishok and LeBaron, Simple Technical Trading Rules (1992). */
    SMA_DISTANCE_5(window -> window.distanceToAverage(5)),
    /** C / average of C over 10 bars − 1. As above. */
    SMA_DISTANCE_10(window -> window.distanceToAverage(10)),
    /** C / average of C over 20 bars − 1. As above. */
    SMA_DISTANCE_20(window -> window.distanceToAverage(20)),
    /** C / average of C over 60 bars − 1. As above. */
    SMA_DISTANCE_60(window -> window.distanceToAverage(60)),

    /**
     * Standard deviation (n − 1) of the last 5 log returns of one day; a day's, not a year's. Ang, Hodrick, Xing and
     * Zhang, The Cross-Section of Volatility and Expected Returns (2006).
     */
    VOLATILITY_5(window -> window.volatility(5)),
    /** The same of the last 20 log returns. */
    VOLATILITY_20(window -> window.volatility(20)),
    /** The same of the last 60 log returns. */
    VOLATILITY_60(window -> window.volatility(60)),
    /** Volatility of 5 bars over that of 20; 1 where the latter is 0. */
    VOLATILITY_RATIO_5_20(window -> Window.ratio(window.volatility(5), window.volatility(20), 1)),

    /**
     * V / average of V over 20 bars; 1 where nothing was traded. Gervais, Kaniel and Mingelgrin, The High-Volume Return
     * Premium (2001).
     */
    DOLLAR_VOLUME_RATIO_1_20(window -> Window.ratio(window.dollarVolume(1), window.dollarVolume(20), 1)),
    /** Average of V over 5 bars / average over 20; 1 where nothing was traded. As above. */
    DOLLAR_VOLUME_RATIO_5_20(window -> Window.ratio(window.dollarVolume(5), window.dollarVolume(20), 1)),
    /**
     * ln(1 + average of V over 20 bars), V in whole units of the symbol's currency; 0 where nothing was traded. The one
     * feature with a unit: it tells large from small stocks, and is meant for a universe of one currency. Amihud,
     * Illiquidity and Stock Returns (2002).
     */
    DOLLAR_VOLUME_LEVEL(window -> Math.log1p(window.dollarVolume(20))),

    /**
     * Relative strength index of 14 bars, from 0 to 100: 100 × rise / (rise + fall), where rise and fall are Wilder's
     * averages of the closes' moves, begun {@link FeatureSet#LOOK_BACK} bars back; 50 where nothing moved. Wilder, New
     * Concepts in Technical Trading Systems (1978).
     */
    RSI_14(ExponentialAverage::rsi),
    /**
     * (EMA 12 of C − EMA 26 of C) / C, exponential averages begun with the close {@link FeatureSet#LOOK_BACK} bars
     * back. Appel, Technical Analysis: Power Tools for Active Investors (2005).
     */
    MACD_12_26(window -> ExponentialAverage.macd(window).line()),
    /** (MACD − EMA 9 of MACD) / C, each before its division by C. Appel (2005). */
    MACD_HISTOGRAM_9(window -> ExponentialAverage.macd(window).histogram()),
    /**
     * (C − average of C over 20 bars) / (2 × their standard deviation (n)); 0 where that is 0. Bollinger, Bollinger on
     * Bollinger Bands (2001).
     */
    BOLLINGER_POSITION_20(Window::bollingerPosition),

    /**
     * C / highest H of 20 bars − 1, at most 0. After George and Hwang, The 52-Week High and Momentum Investing (2004).
     */
    DISTANCE_TO_HIGH_20(window -> window.close(0) / window.highest(20) - 1),
    /** C / lowest L of 60 bars − 1, at least 0. As above. */
    DISTANCE_TO_LOW_60(window -> window.close(0) / window.lowest(60) - 1),
    /**
     * Average true range of 14 bars over C; Wilder's average, begun {@link FeatureSet#LOOK_BACK} bars back. Wilder
     * (1978).
     */
    ATR_14(ExponentialAverage::averageTrueRange),

    /**
     * Mean of ln(C / C(1)) over all symbols with a bar of the day and one shortly before. Of the market, thus the same
     * for all symbols of a day.
     */
    UNIVERSE_RETURN(true, (window, market) -> market.meanReturn()),
    /** Standard deviation (n − 1) of {@link #UNIVERSE_RETURN} over the last 20 traded days. Of the market. */
    UNIVERSE_VOLATILITY_20(true, (window, market) -> market.volatility());

    private final boolean market;

    @SuppressWarnings("ImmutableEnumChecker") // formulas capture nothing that changes
    private final Formula formula;

    Feature(ToDoubleFunction<Window> stock) {
        this(false, (window, market) -> stock.applyAsDouble(window));
    }

    Feature(boolean market, Formula formula) {
        this.market = market;
        this.formula = formula;
    }

    /** The name by which models and reports know it, such as {@code log_return_1}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it describes the market's day and not a stock's. */
    public boolean isOfMarket() {
        return market;
    }

    /** The value after the last bar of a window. */
    double of(Window window, MarketDay day) {
        return formula.of(window, day);
    }

    private interface Formula {
        double of(Window window, MarketDay market);
    }
}
