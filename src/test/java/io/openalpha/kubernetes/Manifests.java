package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a chart was rendered to, as typed objects. */
record Manifests(List<HasMetadata> all) {

    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final Pattern SEPARATOR = Pattern.compile("(?m)^---\\s*$");

    /** @throws AssertionError if a kind is not known or, anywhere, a field */
    static Manifests of(String text) {
        return new Manifests(documents(text).stream().map(Manifests::read).toList());
    }

    /** Those that are more than comments. */
    static List<String> documents(String text) {
        return Arrays.stream(SEPARATOR.split(text))
                .filter(document -> document.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#")))
                .toList();
    }

    private static HasMetadata read(String document) {
        Object object = SERIALIZATION.unmarshal(document);
        assertThat(UnknownFields.of(object)).as(document).isEmpty();
        return (HasMetadata) object;
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends HasMetadata> Optional<T> find(Class<T> type, String name) {
        return all(type).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst();
    }

    /** @throws AssertionError if there is none */
    <T extends HasMetadata> T the(Class<T> type, String name) {
        return find(type, name)
                .orElseThrow(() -> new AssertionError("no %s %s in %s".formatted(type.getSimpleName(), name, names())));
    }

    /** The pod of a scheduled job of the release. */
    PodSpec podOf(String job) {
        return the(CronJob.class, "oa-openalpha-" + job)
                .getSpec()
                .getJobTemplate()
                .getSpec()
                .getTemplate()
                .getSpec();
    }

    List<String> names() {
        return all.stream()
                .map(object -> object.getKind() + " " + object.getMetadata().getName())
                .toList();
    }
}
