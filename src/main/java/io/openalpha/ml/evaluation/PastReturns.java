package io.openalpha.ml.evaluation;

/**
 * What each forecast row's symbol had done up to that day's close; baselines need no more. Parallel to the rows of
 * {@link OutOfSampleForecasts}; NaN where it is not known, which no baseline then judges.
 *
 * @param oneDay return over the last day
 * @param fiveDays return over the last five days
 */
@SuppressWarnings("ArrayRecordComponent")
public record PastReturns(float[] oneDay, float[] fiveDays) {

    /** @throws IllegalArgumentException when the lengths differ */
    public PastReturns {
        if (oneDay.length != fiveDays.length) {
            throw new IllegalArgumentException(
                    "Past returns: %s of one day, %s of five days".formatted(oneDay.length, fiveDays.length));
        }
    }
}
