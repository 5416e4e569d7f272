package io.openalpha.web.dashboard.schedule;

import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.support.CronExpression;

/** The CronJobs of OpenAlpha. */
public final class Plans {

    private static final Logger LOG = LoggerFactory.getLogger(Plans.class);

    private final @Nullable KubernetesClient kubernetes;
    private final String prefix;
    private final Clock clock;

    /**
     * @param kubernetes null outside of a cluster
     * @param prefix with which the names of the CronJobs begin
     */
    Plans(@Nullable KubernetesClient kubernetes, String prefix, Clock clock) {
        this.kubernetes = kubernetes;
        this.prefix = prefix;
        this.clock = clock;
    }

    /** By name; empty outside of a cluster. */
    Optional<List<Plan>> all() {
        return Optional.ofNullable(kubernetes).map(client -> client.batch().v1().cronjobs().list().getItems().stream()
                .filter(job -> job.getMetadata().getName().startsWith(prefix))
                .map(this::plan)
                .sorted(Comparator.comparing(Plan::name))
                .toList());
    }

    /** When a job starts by itself next; empty if it does not, or if that cannot be told. */
    public Optional<Instant> next(String job) {
        try {
            return all().stream()
                    .flatMap(List::stream)
                    .filter(plan -> plan.name().equals(prefix + job))
                    .flatMap(plan -> Stream.ofNullable(plan.next()))
                    .findFirst();
        } catch (KubernetesClientException e) {
            LOG.debug("The CronJobs cannot be read", e);
            return Optional.empty();
        }
    }

    private Plan plan(CronJob job) {
        String zone = Objects.requireNonNullElse(job.getSpec().getTimeZone(), "UTC");
        boolean suspended = Boolean.TRUE.equals(job.getSpec().getSuspend());
        CronJobStatus status = Objects.requireNonNullElseGet(job.getStatus(), CronJobStatus::new);
        return new Plan(
                job.getMetadata().getName(),
                job.getSpec().getSchedule(),
                zone,
                suspended,
                instant(status.getLastScheduleTime()),
                instant(status.getLastSuccessfulTime()),
                suspended ? null : next(job.getSpec().getSchedule(), zone));
    }

    private @Nullable Instant next(String schedule, String zone) {
        try {
            // Spring's expressions begin with seconds.
            return Optional.ofNullable(CronExpression.parse("0 " + schedule)
                            .next(clock.instant().atZone(ZoneId.of(zone))))
                    .map(time -> time.toInstant())
                    .orElse(null);
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant instant(@Nullable String time) {
        return time == null ? null : Instant.parse(time);
    }
}
