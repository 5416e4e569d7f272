package io.openalpha.simulator;

import java.time.LocalDate;

/** What moves all instruments, and all of a sector, on a day: daily returns with quiet and wild spells. */
final class MarketFactors {

    static final int SECTORS = 11;
    private static final double MARKET_DEVIATION = 0.009;
    private static final double SECTOR_DEVIATION = 0.005;

    private final long firstDay = TradingCalendar.FIRST_DAY.toEpochDay();
    private final float[] market;
    private final float[][] sectors = new float[SECTORS][];

    MarketFactors(Noise noise) {
        this.market = returns(noise.named("market"), MARKET_DEVIATION);
        for (int sector = 0; sector < SECTORS; sector++) {
            sectors[sector] = returns(noise.named("sector" + sector), SECTOR_DEVIATION);
        }
    }

    double market(long epochDay) {
        return market[(int) (epochDay - firstDay)];
    }

    double sector(int sector, long epochDay) {
        return sectors[sector][(int) (epochDay - firstDay)];
    }

    private float[] returns(Noise noise, double deviation) {
        LocalDate end = TradingCalendar.LAST_DAY;
        float[] returns = new float[(int) (end.toEpochDay() - firstDay + 1)];
        Volatility volatility = new Volatility(deviation);
        for (int day = 0; day < returns.length; day++) {
            returns[day] = (float) volatility.next(noise.gaussian(day));
        }
        return returns;
    }
}
