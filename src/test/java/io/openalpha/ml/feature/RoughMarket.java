package io.openalpha.ml.feature;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Random bars as rough as markets are: listings, halts, jumps, dividends, still days and days without volume. */
final class RoughMarket {

    static final LocalDate FIRST = LocalDate.of(2019, 3, 4);

    private RoughMarket() {}

    static Map<Symbol, List<DailyBar>> of(long seed, int symbols, int days) {
        Random random = new Random(seed);
        Map<Symbol, List<DailyBar>> market = new TreeMap<>();
        for (int i = 0; i < symbols; i++) {
            int listed = random.nextInt(3) == 0 ? random.nextInt(40) : 0;
            market.put(new Symbol("R" + i), bars(random, listed, days));
        }
        return market;
    }

    static List<DailyBar> bars(Random random, int from, int to) {
        List<DailyBar> bars = new ArrayList<>();
        double price = Math.pow(10, random.nextInt(6) - 2);
        double factor = 0.5 + random.nextDouble() / 2;
        for (int day = from; day < to; day++) {
            int kind = random.nextInt(40);
            if (kind == 0) {
                day += random.nextInt(4);
            }
            factor = kind == 1 ? factor * 1.01 : factor;
            double open = kind == 2 ? price : price * Math.exp(0.01 * random.nextGaussian());
            double close = kind == 2 ? price : open * Math.exp((kind == 3 ? 0.5 : 0.02) * random.nextGaussian());
            double high = Math.max(open, close) * (kind < 6 ? 1 : 1 + 0.01 * random.nextDouble());
            double low = Math.min(open, close) * (kind < 6 ? 1 : 1 - 0.01 * random.nextDouble());
            long volume = kind == 4 ? 0 : 1000L * random.nextInt(100_000);
            bars.add(new DailyBar(FIRST.plusDays(day), open, high, low, close, close * factor, volume, true));
            price = close;
        }
        return bars;
    }

    static Dataset dataset(Map<Symbol, List<DailyBar>> market) {
        DatasetBuilder builder = new DatasetBuilder(LabelSettings.DEFAULT);
        market.forEach(builder::add);
        return builder.build();
    }
}
