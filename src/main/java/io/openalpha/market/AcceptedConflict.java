package io.openalpha.market;

import java.time.LocalDate;

/**
 * A contradiction within a series that a person has accepted, so that no later answer is in conflict because of it.
 *
 * @param rule that is broken, as tables have it
 * @param date of the first bar, or of the action, that breaks it
 */
public record AcceptedConflict(String rule, LocalDate date) {}
