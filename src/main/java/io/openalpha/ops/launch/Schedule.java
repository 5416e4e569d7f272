package io.openalpha.ops.launch;

import java.util.List;
import java.util.Optional;

/** What starts by itself. */
@FunctionalInterface
public interface Schedule {

    /** Where nothing starts by itself. */
    Schedule NONE = Optional::empty;

    /**
     * All jobs of the schedule, by name; empty where there is no schedule.
     *
     * @throws LaunchException if it cannot be read now
     */
    Optional<List<ScheduledJob>> read();
}
