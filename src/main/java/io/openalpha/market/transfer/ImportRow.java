package io.openalpha.market.transfer;

import io.openalpha.market.DailyBar;
import io.openalpha.market.Symbol;

/**
 * One line of a file.
 *
 * @param dividend paid on the day, a share; 0 for none
 * @param split what became of one share on the day; 1 for none
 * @param source that gave the bar
 */
record ImportRow(Symbol symbol, DailyBar bar, double dividend, double split, String source) {}
