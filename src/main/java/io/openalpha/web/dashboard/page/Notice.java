package io.openalpha.web.dashboard.page;

/**
 * The outcome of an action, shown on the next page.
 *
 * @param good whether it was done
 */
public record Notice(boolean good, String text) {}
