package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart with the sets of values in {@code ci}, and with values that make no sense. */
class ValueSetTests {

    private static final String OWN_DATABASE = "postgresql.enabled=false";

    static List<Path> valueSets() {
        return Chart.valueSets();
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void lintsWithoutAWarning(Path valueSet, @TempDir Path folder) throws Exception {
        LintResult result = Chart.lint(valueSet, folder.resolve("openalpha"));

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void rendersObjectsWithKnownFieldsOnly(Path valueSet) {
        assertThat(Chart.with(valueSet).all())
                .hasSizeGreaterThan(5)
                .allSatisfy(object -> assertThat(object.getMetadata()).isNotNull());
    }

    @Test
    void findsUnknownFieldsHoweverDeep() {
        Object service = new KubernetesSerialization().unmarshal("""
                apiVersion: v1
                kind: Service
                metadata: {name: a}
                spec: {ports: [{port: 80, prot: TCP}]}
                """);

        assertThat(UnknownFields.of(service)).containsExactly(".Spec.Ports[].prot");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            colect.shards=2                         | additional properties 'colect' not allowed
            collect.shard=2                         | additional properties 'shard' not allowed
            collect.shards=0                        | minimum: got 0, want 1
            collect.schedule=hourly                 | 'hourly' does not match pattern
            train.hour=24                           | maximum: got 24, want 23
            sources.preferred=bloomberg             | value must be one of 'yahoo', 'yfinance', 'alphavantage'
            image.digest=latest                     | 'latest' does not match pattern
            auth.users.alice.password=secret        | 'secret' does not match pattern
            logging.format=xml                      | value must be one of 'ecs', 'logstash', 'gelf', 'plain'
            database.url=postgres://host/name       | does not match pattern
            serve.replicas=many                     | got string, want integer
            """)
    void refusesWhatTheSchemaForbids(String value, String complaint) {
        assertThatThrownBy(() -> Chart.with(value)).hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            database.url=jdbc:postgresql://h/n          | postgresql.enabled=true exclude each other
            postgresql.enabled=false                    | there is no database: set database.url
            models.s3.endpoint=http://minio             | models.s3.bucket is not set
            serve.replicas=2                            | several pods of serve cannot share a ReadWriteOnce volume
            serve.autoscaling.enabled=true              | several pods of serve cannot share a ReadWriteOnce volume
            ingress.enabled=true                        | ingress.enabled=true needs ingress.hosts
            httpRoute.enabled=true                      | httpRoute.enabled=true needs httpRoute.parentRefs
            metrics.otlp.enabled=true                   | metrics.otlp.enabled=true needs metrics.otlp.url
            metrics.pushGateway.enabled=true            | metrics.pushGateway.enabled=true needs metrics.pushGateway.address
            """)
    void refusesWhatMakesNoSenseTogether(String value, String complaint) {
        assertThatThrownBy(() -> Chart.with(value)).hasMessageContaining(complaint);
    }

    @Test
    void refusesAPasswordInTheUrl() {
        assertThatThrownBy(() -> Chart.with(OWN_DATABASE, "database.url=jdbc:postgresql://h/n?user=a&password=b"))
                .hasMessageContaining("they belong into database.existingSecret");
    }

    @Test
    void refusesHalfOfTheCredentials() {
        assertThatThrownBy(() -> Chart.with("models.s3.bucket=b", "models.s3.accessKeyId=a"))
                .hasMessageContaining("are needed together");
        assertThatThrownBy(() -> Chart.with(OWN_DATABASE, "database.url=jdbc:postgresql://h/n", "database.password=p"))
                .hasMessageContaining("database.password needs database.username");
    }

    @Test
    void refusesToScrapeTwice() {
        assertThatThrownBy(() -> Chart.with("metrics.serviceMonitor.enabled=true", "metrics.podMonitor.enabled=true"))
                .hasMessageContaining("scrape the same pods");
    }
}
