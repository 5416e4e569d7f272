package io.openalpha.web.dashboard.schedule;

import io.openalpha.ops.launch.ScheduledJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schedule as it was seen.
 *
 * @param jobs by name; null where there is no schedule, or while it was never seen
 * @param at when it was seen, or since when this service has tried to
 * @param trouble why it is not seen now; empty if it is
 */
public record SeenPlans(@Nullable List<ScheduledJob> jobs, Instant at, String trouble) {

    /** A schedule of this age is shown without a note. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** Where nothing starts by itself. */
    static SeenPlans none(Instant now) {
        return new SeenPlans(null, now, "");
    }

    SeenPlans withTrouble(String reason) {
        return new SeenPlans(jobs, at, reason);
    }

    /** Whether it is too old to go by at this age, or was never seen. */
    public boolean isUnknown(Duration age) {
        return !trouble.isEmpty() && (jobs == null || age.compareTo(FRESH) > 0);
    }

    /** When a job starts by itself next; empty if it does not, or if that is not known. */
    public Optional<Instant> next(String job) {
        return all().filter(plan -> plan.job().equals(job))
                .flatMap(plan -> Stream.ofNullable(plan.next()))
                .findFirst();
    }

    /** Those whose newest run cannot start, or failed. */
    public List<ScheduledJob> inTrouble() {
        return all().filter(plan -> !plan.trouble().isEmpty()).toList();
    }

    private Stream<ScheduledJob> all() {
        return jobs == null ? Stream.empty() : jobs.stream();
    }
}
