package io.openalpha.web.dashboard.page;

/**
 * What came of an act, told on the next page.
 *
 * @param good whether it was done
 */
public record Notice(boolean good, String text) {}
