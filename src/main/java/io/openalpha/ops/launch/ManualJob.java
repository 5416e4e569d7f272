package io.openalpha.ops.launch;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Job that {@code kubectl create job --from=cronjob/…} makes, and who asked for it. Where the run has more
 * parameters than the schedule tells it, that is added to the arguments of the first container.
 */
final class ManualJob {

    static final String TASK = "openalpha.io/task";
    static final String REQUESTED_BY = "openalpha.io/requested-by";

    private static final String INSTANTIATE = "cronjob.kubernetes.io/instantiate";
    private static final String MARK = "-manual-";
    private static final int LONGEST_NAME = 63;

    private ManualJob() {}

    /** Its name: that of the CronJob, as far as there is room, and the task's own letters. */
    static String name(String cronJob, TaskId task) {
        String end = MARK + task.suffix();
        return cronJob.substring(0, Math.min(cronJob.length(), LONGEST_NAME - end.length())) + end;
    }

    static Job of(CronJob cronJob, Task task) {
        JobTemplateSpec template = cronJob.getSpec().getJobTemplate();
        return new JobBuilder()
                .withNewMetadata()
                .withName(name(cronJob.getMetadata().getName(), task.id()))
                .withNamespace(cronJob.getMetadata().getNamespace())
                .withLabels(metadata(template).getLabels())
                .withAnnotations(annotations(template, task))
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion("batch/v1")
                        .withKind("CronJob")
                        .withName(cronJob.getMetadata().getName())
                        .withUid(cronJob.getMetadata().getUid())
                        .withController(true)
                        .build())
                .endMetadata()
                .withSpec(spec(template.getSpec(), arguments(task)))
                .build();
    }

    private static ObjectMeta metadata(JobTemplateSpec template) {
        return Optional.ofNullable(template.getMetadata()).orElseGet(ObjectMeta::new);
    }

    private static Map<String, String> annotations(JobTemplateSpec template, Task task) {
        Map<String, String> annotations = new TreeMap<>();
        annotations.put(INSTANTIATE, "manual");
        annotations.putAll(metadata(template).getAnnotations());
        annotations.put(TASK, task.id().value());
        annotations.put(REQUESTED_BY, task.requestedBy());
        return annotations;
    }

    private static List<String> arguments(Task task) {
        List<String> arguments = new ArrayList<>(task.request().arguments());
        if (task.resumed()) {
            arguments.addAll(List.of("--run-id", task.run().value()));
        }
        return arguments;
    }

    private static JobSpec spec(JobSpec template, List<String> more) {
        JobSpec spec = new JobSpecBuilder(template).build();
        if (!more.isEmpty()) {
            Container container = spec.getTemplate().getSpec().getContainers().get(0);
            List<String> arguments = new ArrayList<>(container.getArgs());
            arguments.addAll(more);
            container.setArgs(arguments);
        }
        return spec;
    }
}
