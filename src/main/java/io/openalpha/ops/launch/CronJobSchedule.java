package io.openalpha.ops.launch;

import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** The CronJobs of OpenAlpha, with the outcome of their newest Jobs. */
final class CronJobSchedule implements Schedule {

    private final KubernetesClient client;
    private final String prefix;
    private final JobObserver observer;
    private final Clock clock;

    /** @param prefix with which the names of the CronJobs begin */
    CronJobSchedule(KubernetesClient client, String prefix, JobObserver observer, Clock clock) {
        this.client = client;
        this.prefix = prefix;
        this.observer = observer;
        this.clock = clock;
    }

    @Override
    public Optional<List<ScheduledJob>> read() {
        try {
            List<Job> jobs = client.batch().v1().jobs().list().getItems();
            return Optional.of(client.batch().v1().cronjobs().list().getItems().stream()
                    .filter(cronJob -> cronJob.getMetadata().getName().startsWith(prefix))
                    .map(cronJob -> scheduledJob(cronJob, newest(cronJob, jobs)))
                    .sorted(Comparator.comparing(ScheduledJob::name))
                    .toList());
        } catch (KubernetesClientException e) {
            throw KubernetesFailure.of("the CronJobs cannot be read", e);
        }
    }

    private static Optional<Job> newest(CronJob cronJob, List<Job> jobs) {
        return jobs.stream()
                .filter(job -> job.getMetadata().getOwnerReferences().stream().anyMatch(owner -> owner.getUid()
                        .equals(cronJob.getMetadata().getUid())))
                .max(Comparator.comparing(
                        job -> String.valueOf(job.getMetadata().getCreationTimestamp())));
    }

    private ScheduledJob scheduledJob(CronJob cronJob, Optional<Job> newest) {
        String zone = Objects.requireNonNullElse(cronJob.getSpec().getTimeZone(), "UTC");
        boolean suspended = Boolean.TRUE.equals(cronJob.getSpec().getSuspend());
        CronJobStatus status = Objects.requireNonNullElseGet(cronJob.getStatus(), CronJobStatus::new);
        String name = cronJob.getMetadata().getName();
        return new ScheduledJob(
                name.substring(prefix.length()),
                name,
                cronJob.getSpec().getSchedule(),
                zone,
                suspended,
                instant(status.getLastScheduleTime()),
                instant(status.getLastSuccessfulTime()),
                suspended ? null : next(cronJob.getSpec().getSchedule(), zone),
                newest.map(job -> job.getMetadata().getName()).orElse(null),
                newest.map(job -> observer.of(job).note()).orElse(""));
    }

    private @Nullable Instant next(String schedule, String zone) {
        try {
            // Spring's expressions begin with seconds.
            return Optional.ofNullable(CronExpression.parse("0 " + schedule)
                            .next(clock.instant().atZone(ZoneId.of(zone))))
                    .map(ZonedDateTime::toInstant)
                    .orElse(null);
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant instant(@Nullable String time) {
        return time == null ? null : Instant.parse(time);
    }
}
