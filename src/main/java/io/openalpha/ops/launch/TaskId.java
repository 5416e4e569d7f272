package io.openalpha.ops.launch;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * Identifies a task: the job and ten letters and digits, such as {@code train-4k2m9xq1ab}.
 *
 * @param value as it is shown and stored
 */
public record TaskId(String value) {

    private static final int LENGTH = 10;
    private static final int RADIX = 36;
    private static final Pattern LEGAL = Pattern.compile("[a-z]{1,32}-[a-z0-9]{10}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException if no task can have this id */
    public TaskId {
        if (!LEGAL.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a task: a job, '-' and ten letters and digits");
        }
    }

    static TaskId next(String job) {
        String random = RANDOM.ints(LENGTH, 0, RADIX)
                .mapToObj(digit -> Integer.toString(digit, RADIX))
                .reduce("", String::concat);
        return new TaskId(job + "-" + random);
    }

    /** What tells it from the other tasks of its job. */
    String suffix() {
        return value.substring(value.length() - LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
