package io.openalpha.market;

import java.time.LocalDate;

/**
 * How many bars are stored of an instrument.
 *
 * @param first day of the first of them
 * @param last day of the last
 * @param withVolume those with a volume above 0
 * @param adjusted those whose adjusted close is not their close
 */
public record StoredExtent(long bars, LocalDate first, LocalDate last, long withVolume, long adjusted) {}
