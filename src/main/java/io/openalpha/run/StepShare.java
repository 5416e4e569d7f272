package io.openalpha.run;

/**
 * How much of its work a step has done.
 *
 * @param done items, at most all of them
 * @param total items that it has to do; more than 0 where it is read from the database
 */
public record StepShare(String step, long done, long total) {

    /** From 0 to 1. */
    public double part() {
        return (double) done / total;
    }
}
