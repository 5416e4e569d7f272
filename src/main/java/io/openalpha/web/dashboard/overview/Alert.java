package io.openalpha.web.dashboard.overview;

/**
 * Something that needs a user's attention.
 *
 * @param tone {@code bad} or {@code warn}
 * @param title what is wrong
 * @param reason why
 * @param link where to act
 * @param action what to do there
 */
record Alert(String tone, String title, String reason, String link, String action) {}
