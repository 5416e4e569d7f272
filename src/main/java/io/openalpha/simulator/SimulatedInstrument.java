package io.openalpha.simulator;

/**
 * The invented properties of a symbol, made once.
 *
 * @param start price in the first session, in units of the exchange's currency
 * @param sector number of its sector
 * @param beta share of the market's move that it takes
 * @param deviation of its own daily return
 * @param turnover traded a day, in units of the exchange's currency; 0 where no volume is known
 * @param dividendYield paid a year as a share of the price; 0 for those that pay none
 */
record SimulatedInstrument(
        String symbol,
        Exchange exchange,
        Noise noise,
        double start,
        int sector,
        double beta,
        double deviation,
        double turnover,
        double dividendYield) {

    static SimulatedInstrument of(String symbol, Exchange exchange, Noise market) {
        Noise noise = market.named(symbol);
        boolean calm = exchange.type() == InstrumentType.CURRENCY || exchange.type() == InstrumentType.INDEX;
        boolean pays = exchange.type().paysAndSplits() && noise.uniform(1) < 0.6;
        return new SimulatedInstrument(
                symbol,
                exchange,
                noise,
                exchange.scale() * startingPrice(exchange.type(), noise),
                (int) (noise.uniform(2) * MarketFactors.SECTORS),
                exchange.type() == InstrumentType.CURRENCY ? 0 : noise.between(0.5, 1.5, 3),
                calm ? noise.between(0.002, 0.005, 4) : noise.between(0.009, 0.022, 4),
                exchange.type() == InstrumentType.CURRENCY
                        ? 0
                        : exchange.scale() * 1e6 * Math.exp(noise.between(1, 7, 5)),
                pays ? noise.between(0.005, 0.04, 6) : 0);
    }

    /** A company name for {@code meta}, clearly invented. */
    String longName() {
        return exchange.type() == InstrumentType.EQUITY ? symbol + " Imaginary Holdings" : symbol + " Imaginary";
    }

    private static double startingPrice(InstrumentType type, Noise noise) {
        return switch (type) {
            case CURRENCY -> Math.exp(noise.between(-0.5, 4.5, 0));
            case INDEX -> noise.between(1_000, 12_000, 0);
            default -> Math.exp(noise.between(2.3, 5.3, 0));
        };
    }
}
