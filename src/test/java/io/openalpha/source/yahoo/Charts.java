package io.openalpha.source.yahoo;

/** Bodies of Yahoo's chart endpoint, written by hand in the shapes that it sends. */
final class Charts {

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
        return """
            {"chart":{"result":[{"meta":{%s"symbol":"AAPL","exchangeName":"NMS","dataGranularity":"1d",
            "exchangeTimezoneName":"%s"},"timestamp":[%s],"events":%s,
            "indicators":{"quote":[{"open":[%5$s],"low":[%5$s],"high":[%5$s],"close":[%5$s],"volume":[%6$s]}],
            "adjclose":[{"adjclose":%7$s}]}}],"error":null}}
            """.formatted(meta, zone, timestamps, events, closes, volumes, adjusted);
    }

    /** A chart without rows. */
    static String empty(String symbol) {
        return """
            {"chart":{"result":[{"meta":{"currency":null,"symbol":"%s","exchangeName":"NMS","dataGranularity":"1d"},
            "indicators":{"quote":[{}],"adjclose":[{}]}}],"error":null}}
            """.formatted(symbol);
    }

    static String error(String code) {
        return "{\"chart\":{\"result\":null,\"error\":{\"code\":\"%s\",\"description\":\"because\"}}}".formatted(code);
    }
}
