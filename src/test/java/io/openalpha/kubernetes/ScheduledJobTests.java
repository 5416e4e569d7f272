package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Templates {@code cronjob-*.yaml}. */
class ScheduledJobTests {

    @Test
    void startsTheThreeJobsAtTheirTimes() {
        assertThat(Chart.with().all(CronJob.class))
                .extracting(
                        job -> job.getMetadata().getName(),
                        job -> job.getSpec().getSchedule(),
                        job -> job.getSpec().getTimeZone(),
                        job -> job.getSpec().getConcurrencyPolicy())
                .containsExactlyInAnyOrder(
                        tuple("oa-openalpha-collect", "5 * * * *", "Etc/UTC", "Forbid"),
                        tuple("oa-openalpha-backfill", "15 22 * * *", "Etc/UTC", "Forbid"),
                        tuple("oa-openalpha-train", "0 2 * * *", "Etc/UTC", "Forbid"));
    }

    @Test
    void trainsAtAnHourAndMinuteOrByAScheduleThatCountsMore() {
        assertThat(train("train.hour=23", "train.minute=30").getSpec().getSchedule())
                .isEqualTo("30 23 * * *");
        assertThat(train("train.hour=23", "train.schedule=0 1 * * 0").getSpec().getSchedule())
                .isEqualTo("0 1 * * 0");
    }

    @Test
    void boundsWhatAJobMayTake() {
        CronJob train = train();
        JobSpec job = train.getSpec().getJobTemplate().getSpec();

        assertThat(train.getSpec().getStartingDeadlineSeconds()).isEqualTo(14400);
        assertThat(job.getBackoffLimit()).isEqualTo(2);
        assertThat(job.getActiveDeadlineSeconds()).isEqualTo(14400);
        assertThat(job.getTtlSecondsAfterFinished()).isEqualTo(259200);
        assertThat(job.getTemplate().getSpec().getTerminationGracePeriodSeconds())
                .isEqualTo(120);
        assertThat(job.getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
    }

    @Test
    void countsNoDisruptionAndNoRunThatIsTurnedAwayAsAFailureAndRetriesNoWrongConfiguration() {
        List<PodFailurePolicyRule> rules = train().getSpec()
                .getJobTemplate()
                .getSpec()
                .getPodFailurePolicy()
                .getRules();

        assertThat(rules).extracting(PodFailurePolicyRule::getAction).containsExactly("Ignore", "Ignore", "FailJob");
        assertThat(rules.get(0).getOnPodConditions().get(0).getType()).isEqualTo("DisruptionTarget");
        assertThat(rules.subList(1, 3))
                .extracting(PodFailurePolicyRule::getOnExitCodes)
                .extracting(codes -> codes.getContainerName() + codes.getValues())
                .containsExactly("train[5]", "train[2]");
    }

    @Test
    void isARunByTheNameOfItsJob() {
        assertThat(variable(Chart.with().podOf("collect"), "OPENALPHA_RUN_ID")
                        .getValueFrom()
                        .getFieldRef()
                        .getFieldPath())
                .isEqualTo("metadata.labels['batch.kubernetes.io/job-name']");
    }

    @Test
    void waitsForAnotherRunOfItsJob() {
        Manifests chart = Chart.with("train.wait=1h");

        assertThat(variable(chart.podOf("collect"), "OPENALPHA_RUN_WAIT").getValue())
                .isEqualTo("10m");
        assertThat(variable(chart.podOf("train"), "OPENALPHA_RUN_WAIT").getValue())
                .isEqualTo("1h");
    }

    @Test
    void dividesTheCollectionAmongThePodsOfAnIndexedJob() {
        Manifests sharded = Chart.with("collect.shards=4");
        JobSpec job = sharded.the(CronJob.class, "oa-openalpha-collect")
                .getSpec()
                .getJobTemplate()
                .getSpec();

        assertThat(job.getCompletionMode()).isEqualTo("Indexed");
        assertThat(job.getCompletions()).isEqualTo(4).isEqualTo(job.getParallelism());
        assertThat(job.getBackoffLimitPerIndex()).isEqualTo(3);
        assertThat(job.getBackoffLimit()).isNull();
        assertThat(variable(sharded.podOf("collect"), "OPENALPHA_SHARD_COUNT").getValue())
                .isEqualTo("4");
        assertThat(variable(sharded.podOf("collect"), "OPENALPHA_SHARD_INDEX")
                        .getValueFrom()
                        .getFieldRef()
                        .getFieldPath())
                .isEqualTo("metadata.annotations['batch.kubernetes.io/job-completion-index']");
        assertThat(container(sharded.podOf("backfill")).getEnv())
                .extracting(EnvVar::getName)
                .doesNotContain("OPENALPHA_SHARD_COUNT");
    }

    @Test
    void givesEachJobOnlyTheSecretsThatItNeeds() {
        Manifests external = Chart.with(Chart.valueSet("external"));

        assertThat(container(external.podOf("collect")).getEnv())
                .extracting(EnvVar::getName)
                .contains("ALPHA_VANTAGE_API_KEY", "SPRING_DATASOURCE_PASSWORD")
                .doesNotContain("AWS_SECRET_ACCESS_KEY");
        assertThat(container(external.podOf("train")).getEnv())
                .extracting(EnvVar::getName)
                .contains("AWS_SECRET_ACCESS_KEY", "SPRING_DATASOURCE_PASSWORD");
    }

    @Test
    void leavesOutWhatIsDisabled() {
        assertThat(Chart.with(Chart.valueSet("minimal")).all(CronJob.class))
                .extracting(job -> job.getMetadata().getName())
                .containsExactly("oa-openalpha-collect");
    }

    private static CronJob train(String... values) {
        return Chart.with(values).the(CronJob.class, "oa-openalpha-train");
    }

    private static Container container(PodSpec pod) {
        return pod.getContainers().get(0);
    }

    private static EnvVar variable(PodSpec pod, String name) {
        return container(pod).getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
