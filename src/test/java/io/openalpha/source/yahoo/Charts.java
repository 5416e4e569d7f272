package io.openalpha.source.yahoo;

/** Bodies of Yahoo's chart endpoint, in the shapes that it sends. */
public final class Charts {

    private Charts() {}

    /** A chart of AAPL: comma-separated timestamps, closes (also used as open, high and low) and volumes. */
    static String of(String timestamps, String closes, String volumes) {
        return of("AAPL", "\"USD\"", "1d", timestamps, closes, volumes);
    }

    static String of(
            String symbol, String currency, String granularity, String timestamps, String closes, String volumes) {
        return """
            {"chart":{"result":[{"meta":{"currency":%2$s,"symbol":"%1$s","regularMarketTime":1700000099,
            "regularMarketPrice":999.99,"dataGranularity":"%3$s","range":"5d"},"timestamp":[%4$s],
            "indicators":{"quote":[{"open":[%5$s],"low":[%5$s],"high":[%5$s],"close":[%5$s],"volume":[%6$s]}],
            "adjclose":[{"adjclose":[Infinity]}]}}],"error":null}}
            """.formatted(symbol, currency, granularity, timestamps, closes, volumes);
    }

    /**
     * Days of AAPL with prices that follow one another, for its history.
     *
     * @param meta more of the head, such as {@code "currency":"USD"}, with a comma behind
     * @param adjusted the array of adjusted closes; the word null for none
     * @param events their object
     */
    static String days(
            String meta,
            String zone,
            String timestamps,
            String closes,
            String adjusted,
            String volumes,
            String events) {
        return history("AAPL", meta, zone, timestamps, closes, adjusted, volumes, events);
    }

    /** The same of another symbol. */
    public static String history(
            String symbol,
            String meta,
            String zone,
            String timestamps,
            String closes,
            String adjusted,
            String volumes,
            String events) {
        return """
            {"chart":{"result":[{"meta":{%1$s"symbol":"%2$s","exchangeName":"NMS","dataGranularity":"1d",
            "exchangeTimezoneName":"%3$s"},"timestamp":[%4$s],"events":%5$s,
            "indicators":{"quote":[{"open":[%6$s],"low":[%6$s],"high":[%6$s],"close":[%6$s],"volume":[%7$s]}],
            "adjclose":[{"adjclose":%8$s}]}}],"error":null}}
            """.formatted(meta, symbol, zone, timestamps, events, closes, volumes, adjusted);
    }

    /** The latest price of a symbol: one row, stamped 2026-11-20 14:30 UTC. */
    public static String price(String symbol, String close) {
        return of(symbol, "\"USD\"", "1d", "1795185000", close, "1000");
    }

    /** A chart without rows. */
    static String empty(String symbol) {
        return """
            {"chart":{"result":[{"meta":{"currency":null,"symbol":"%s","exchangeName":"NMS","dataGranularity":"1d"},
            "indicators":{"quote":[{}],"adjclose":[{}]}}],"error":null}}
            """.formatted(symbol);
    }

    public static String error(String code) {
        return "{\"chart\":{\"result\":null,\"error\":{\"code\":\"%s\",\"description\":\"because\"}}}".formatted(code);
    }
}
