package io.openalpha.web.dashboard.data;

import java.time.LocalDate;

/**
 * Days one after another without a bar.
 *
 * @param tries how often the source was asked again
 */
record GapRow(LocalDate first, LocalDate last, long days, int tries) {}
