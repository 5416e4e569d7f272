package io.openalpha.market;

import java.time.LocalDate;

/** How many bars are stored of an instrument, with the days of the first and the last of them. */
public record StoredExtent(long bars, LocalDate first, LocalDate last) {}
