package io.openalpha.jobs.fetch;

import java.util.List;

/** What a step is to fetch, in the order of positions. */
public interface Supply<T> {

    /** How many there are in all. */
    long count();

    /** The next ones after {@code position}, which is empty at the beginning; none when there are no more. */
    List<T> after(String position, int limit);

    /** Where one of them stands in the order, from which a resumed run reads on. */
    String position(T wanted);
}
