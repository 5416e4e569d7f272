package io.openalpha.ml.feature;

import io.openalpha.market.Symbol;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which row belongs to which bar. Rows are in the order of days, and within a day in the order of symbols; only days
 * that have rows count.
 *
 * @param firstRow of each day, and one more for the end
 * @param rowOfBar of each symbol, then of each of its bars; negative where a bar has no row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Layout(
        List<LocalDate> days,
        List<Symbol> symbols,
        int[] firstRow,
        int[] dayOfRow,
        int[] symbolOfRow,
        int[][] rowOfBar) {

    static final int NO_ROW = -1;

    /** A bar has a row if its look-backs are filled, it is of a traded day, and the market of that day is known. */
    static Layout of(List<SymbolHistory> histories, TradingDays tradingDays, List<MarketDay> market) {
        int[] counts = new int[tradingDays.count()];
        int[][] rowOfBar = new int[histories.size()][];
        for (int symbol = 0; symbol < rowOfBar.length; symbol++) {
            rowOfBar[symbol] = placesInDay(histories.get(symbol), tradingDays, market, counts);
        }
        int[] filled =
                IntStream.range(0, counts.length).filter(day -> counts[day] > 0).toArray();
        int[] firstRow = new int[filled.length + 1];
        int[] firstRowOfTradingDay = new int[counts.length];
        for (int day = 0; day < filled.length; day++) {
            firstRowOfTradingDay[filled[day]] = firstRow[day];
            firstRow[day + 1] = firstRow[day] + counts[filled[day]];
        }
        for (int symbol = 0; symbol < rowOfBar.length; symbol++) {
            shift(rowOfBar[symbol], histories.get(symbol), tradingDays, firstRowOfTradingDay);
        }
        return new Layout(
                Arrays.stream(filled).mapToObj(tradingDays::date).toList(),
                histories.stream().map(SymbolHistory::symbol).toList(),
                firstRow,
                dayOfRow(firstRow),
                symbolOfRow(rowOfBar, firstRow[filled.length]),
                rowOfBar);
    }

    private static int[] placesInDay(SymbolHistory history, TradingDays days, List<MarketDay> market, int[] counts) {
        int[] places = new int[history.size()];
        for (int bar = 0; bar < places.length; bar++) {
            int day = days.of(history, bar);
            boolean hasRow = day >= 0 && history.isRipe(bar) && market.get(day).isKnown();
            places[bar] = hasRow ? counts[day]++ : NO_ROW;
        }
        return places;
    }

    private static void shift(int[] places, SymbolHistory history, TradingDays days, int[] firstRow) {
        for (int bar = 0; bar < places.length; bar++) {
            if (places[bar] != NO_ROW) {
                places[bar] += firstRow[days.of(history, bar)];
            }
        }
    }

    private static int[] dayOfRow(int[] firstRow) {
        int[] dayOfRow = new int[firstRow[firstRow.length - 1]];
        for (int day = 0; day + 1 < firstRow.length; day++) {
            Arrays.fill(dayOfRow, firstRow[day], firstRow[day + 1], day);
        }
        return dayOfRow;
    }

    private static int[] symbolOfRow(int[][] rowOfBar, int rows) {
        int[] symbolOfRow = new int[rows];
        for (int symbol = 0; symbol < rowOfBar.length; symbol++) {
            for (int row : rowOfBar[symbol]) {
                if (row != NO_ROW) {
                    symbolOfRow[row] = symbol;
                }
            }
        }
        return symbolOfRow;
    }

    int rows() {
        return dayOfRow.length;
    }
}
