package io.openalpha.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The days of the whole histories that this process has stored and committed. They need not be read again, as long as
 * the series was not written since.
 */
final class StoredDays {

    private final Map<Symbol, Days> bySymbol = new ConcurrentHashMap<>();

    /** @param days that have a bar, counted from the first one */
    private record Days(Instant askedAt, LocalDate first, BitSet days) {

        static Days of(BarUpdate update) {
            List<DailyBar> bars = update.bars();
            LocalDate first = bars.get(0).date();
            BitSet days = new BitSet();
            bars.forEach(bar -> days.set((int) (bar.date().toEpochDay() - first.toEpochDay())));
            return new Days(inDatabase(update.fetchedAt()), first, days);
        }

        TradedDays since(LocalDate from, Symbol symbol, String exchange) {
            int shift = (int) (first.toEpochDay() - from.toEpochDay());
            BitSet since = new BitSet();
            for (int day = days.nextSetBit(Math.max(0, -shift)); day >= 0; day = days.nextSetBit(day + 1)) {
                since.set(day + shift);
            }
            return new TradedDays(symbol, exchange, Math.max(0, shift), Math.max(0, days.length() - 1 + shift), since);
        }
    }

    /**
     * Notes the days of these updates once the caller's transaction is committed; without a transaction nothing is
     * noted. Their bars are let go at once, for a transaction may write millions.
     */
    void noteOnCommit(List<BarUpdate> updates) {
        updates.forEach(update -> bySymbol.remove(update.symbol()));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            Map<Symbol, Days> written = updates.stream()
                    .filter(update -> update.whole() && !update.bars().isEmpty())
                    .collect(Collectors.toMap(BarUpdate::symbol, Days::of, (earlier, later) -> later));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    bySymbol.putAll(written);
                }
            });
        }
    }

    /**
     * The days of a symbol from one on.
     *
     * @param askedAt of the series, as it is stored now
     * @return null if they are not known here, or the series was written since
     */
    @Nullable
    TradedDays since(LocalDate from, Symbol symbol, String exchange, Instant askedAt) {
        Days days = bySymbol.get(symbol);
        return days != null && days.askedAt().equals(inDatabase(askedAt)) ? days.since(from, symbol, exchange) : null;
    }

    /** What was noted has served its purpose. */
    void forget() {
        bySymbol.clear();
    }

    /** As the driver rounds it. */
    private static Instant inDatabase(Instant time) {
        return time.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    }
}
