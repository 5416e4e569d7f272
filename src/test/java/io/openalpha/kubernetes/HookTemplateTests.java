package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Templates of what Helm runs: the migration, and the test of a release. */
class HookTemplateTests {

    private static final String MIGRATE = "oa-openalpha-migrate";

    @Test
    void migratesADatabaseOfYourOwnBeforeAnythingElse() {
        Manifests inline = Chart.with(Chart.valueSet("inline"));

        assertThat(hook(inline.the(Job.class, MIGRATE))).isEqualTo("pre-install,pre-upgrade");
        assertThat(container(inline.the(Job.class, MIGRATE)).getArgs()).containsExactly("migrate");
    }

    @Test
    void bringsWhatTheMigrationNeedsBeforeTheReleaseIsThere() {
        Manifests inline = Chart.with(Chart.valueSet("inline"));
        Job job = inline.the(Job.class, MIGRATE);

        assertThat(hook(inline.the(Secret.class, MIGRATE))).startsWith(hook(job));
        assertThat(hook(inline.the(ServiceAccount.class, MIGRATE))).startsWith(hook(job));
        assertThat(inline.the(Secret.class, MIGRATE).getMetadata().getAnnotations())
                .containsEntry("helm.sh/hook-weight", "-5");
        assertThat(container(job).getEnvFrom()).isEmpty();
        assertThat(container(job).getEnv())
                .filteredOn(variable -> variable.getName().equals("SPRING_DATASOURCE_PASSWORD"))
                .extracting(
                        variable -> variable.getValueFrom().getSecretKeyRef().getName())
                .containsExactly(MIGRATE);
        assertThat(container(job).getEnv()).extracting(EnvVar::getName).contains("LOGGING_STRUCTURED_FORMAT_CONSOLE");
    }

    @Test
    void migratesTheDatabaseForTryingOutOnceItIsThere() {
        assertThat(hook(Chart.with().the(Job.class, MIGRATE))).isEqualTo("post-install,post-upgrade");
        assertThat(Chart.with().find(Secret.class, MIGRATE)).isEmpty();
    }

    @Test
    void takesAMigrationThatFailedAwayWithTheRelease() {
        Manifests inline = Chart.with(Chart.valueSet("inline"));
        Job last = inline.all(Job.class).stream()
                .filter(job -> hook(job).equals("post-delete"))
                .findFirst()
                .orElseThrow();

        assertThat(last.getMetadata().getName()).isEqualTo(MIGRATE);
        assertThat(last.getSpec().getCompletions()).isZero();
        assertThat(last.getSpec().getParallelism()).isZero();
        assertThat(List.of(last, inline.the(Secret.class, MIGRATE), inline.the(ServiceAccount.class, MIGRATE)))
                .allSatisfy(object -> {
                    assertThat(hook(object)).endsWith("post-delete");
                    assertThat(object.getMetadata().getAnnotations())
                            .containsEntry("helm.sh/hook-delete-policy", "before-hook-creation,hook-succeeded");
                });
    }

    @Test
    void testsTheSchemaAndTheHealthOfTheService() {
        Pod test = Chart.with().the(Pod.class, "oa-openalpha-test");

        assertThat(hook(test)).isEqualTo("test");
        assertThat(test.getSpec().getContainers())
                .extracting(container -> String.join(" ", container.getArgs()))
                .containsExactly("migrate", "health oa-openalpha-management 8081");
    }

    private static Container container(Job job) {
        return job.getSpec().getTemplate().getSpec().getContainers().get(0);
    }

    private static String hook(HasMetadata object) {
        return object.getMetadata().getAnnotations().get("helm.sh/hook");
    }
}
