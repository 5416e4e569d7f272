package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Templates of the ConfigMap and of Secrets. */
class SettingsTemplateTests {

    @Test
    void turnsValuesAndPropertiesIntoVariables() {
        assertThat(settings(Chart.with(Chart.valueSet("full")), "alpha-of-the-very-long-name-here"))
                .containsEntry("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs")
                .containsEntry("OPENALPHA_COLLECTION_IN_FLIGHT", "12")
                .containsEntry("OPENALPHA_TRAINING_MIN_ROWS", "1000000")
                .containsEntry("OPENALPHA_SOURCE_ALPHAVANTAGE_CALLS_PER_DAY", "1000000")
                .containsEntry("OPENALPHA_MODEL_S3_BUCKET", "example-models")
                .containsEntry("MANAGEMENT_OTLP_METRICS_EXPORT_ENABLED", "true")
                .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.observability:4319")
                .containsEntry("TZ", "Etc/UTC")
                .doesNotContainKey("OPENALPHA_MODEL_FOLDER");
    }

    @Test
    void logsLinesWhereJsonIsTurnedOff() {
        assertThat(settings(Chart.with("logging.format=plain"), "oa-openalpha"))
                .doesNotContainKey("LOGGING_STRUCTURED_FORMAT_CONSOLE")
                .containsEntry("OPENALPHA_MODEL_FOLDER", "/models");
    }

    @Test
    void putsSecretsThatAreGivenAsValuesIntoSecretsOfTheirOwn() {
        Manifests inline = Chart.with(Chart.valueSet("inline"));

        assertThat(inline.the(Secret.class, "oa-openalpha-database").getStringData())
                .containsEntry("password", "not-a-secret");
        assertThat(inline.the(Secret.class, "oa-openalpha-alpha-vantage").getStringData())
                .containsEntry("api-key", "not-a-key");
        assertThat(inline.the(Secret.class, "oa-openalpha-s3").getStringData())
                .containsEntry("secret-access-key", "not-a-secret");
        assertThat(inline.the(Secret.class, "oa-openalpha-users").getStringData())
                .containsEntry("OPENALPHA_ADMIN_USERS_ALICE_ROLE", "operator")
                .containsEntry("OPENALPHA_ADMIN_USERS_BOB_ROLE", "viewer");
    }

    @Test
    void refersToSecretsThatAreThere() {
        Manifests external = Chart.with(Chart.valueSet("cloudnative-pg"));

        assertThat(external.find(Secret.class, "oa-openalpha-database")).isEmpty();
        assertThat(environment(external, "oa-openalpha-serve"))
                .filteredOn(variable -> variable.getName().startsWith("SPRING_DATASOURCE"))
                .extracting(variable -> variable.getValueFrom().getSecretKeyRef())
                .extracting(key -> key.getName() + "/" + key.getKey())
                .containsExactly("market-app/jdbc-uri", "market-app/username", "market-app/password");
    }

    @Test
    void makesUpAnAdministratorOnlyWhileNobodyElseCanSignIn() {
        Map<String, String> admin =
                Chart.with().the(Secret.class, "oa-openalpha-admin").getStringData();

        assertThat(new BCryptPasswordEncoder().matches(admin.get("password"), admin.get("password-hash")))
                .isTrue();
        assertThat(environment(Chart.with(), "oa-openalpha-serve"))
                .contains(new EnvVar("OPENALPHA_ADMIN_USERS_ADMIN_ROLE", "admin", null));
        assertThat(Chart.with(Chart.valueSet("inline")).find(Secret.class, "oa-openalpha-admin"))
                .isEmpty();
        assertThat(Chart.with(Chart.valueSet("external")).find(Secret.class, "oa-openalpha-admin"))
                .isEmpty();
    }

    @Test
    void showsNoSecretOutsideOfSecrets() {
        Chart.with(Chart.valueSet("inline")).all().stream()
                .filter(object -> !(object instanceof Secret))
                .forEach(object -> assertThat(object.toString())
                        .doesNotContain("not-a-secret")
                        .doesNotContain("not-a-key")
                        .doesNotContain("not.a.hash"));
    }

    private static Map<String, String> settings(Manifests manifests, String name) {
        return manifests.the(ConfigMap.class, name).getData();
    }

    private static List<EnvVar> environment(Manifests manifests, String deployment) {
        return manifests
                .the(Deployment.class, deployment)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getEnv();
    }
}
