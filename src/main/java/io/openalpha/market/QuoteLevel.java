package io.openalpha.market;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a symbol, for a quote to be held against.
 *
 * @param currency of what is stored; an importer may have named a minor unit, such as {@code GBp}
 * @param price the last close or quote, in that currency; null if it is too old to compare with
 * @param day of the price, or of the last bar if that is too old
 */
public record QuoteLevel(String currency, @Nullable Double price, LocalDate day) {}
