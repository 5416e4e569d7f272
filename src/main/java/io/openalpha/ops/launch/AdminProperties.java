package io.openalpha.ops.launch;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of what operators start, {@code openalpha.admin.*}.
 *
 * @param trainingInterval at most one training is started in this time; zero for no limit
 * @param failedTrainingCounts whether a training that failed keeps the next one waiting, too
 * @param cronJobPrefix what precedes the job in the name of its Kubernetes CronJob: {@code openalpha-} finds
 *     {@code openalpha-train}
 * @param startPatience how long Kubernetes may fail to start a pod before its task counts as failed
 * @param taskFolder where processes that are started leave what they print; relative to the working directory
 */
@Validated
@ConfigurationProperties("openalpha.admin")
public record AdminProperties(
        @DefaultValue("1h") @NotNull Duration trainingInterval,
        @DefaultValue("false") boolean failedTrainingCounts,
        @DefaultValue("openalpha-") @NotBlank String cronJobPrefix,
        @DefaultValue("5m") @NotNull Duration startPatience,
        @DefaultValue("data/tasks") @NotNull Path taskFolder) {}
