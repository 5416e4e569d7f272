package io.openalpha.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManualJobTests {

    private static final TaskId TASK = new TaskId("train-0123456789");

    @Test
    void bearsTheNameOfItsCronJob() {
        assertThat(ManualJob.name("openalpha-train", TASK)).isEqualTo("openalpha-train-manual-0123456789");
    }

    @Test
    void hasANameThatKubernetesTakesHoweverLongThatOfItsCronJobIs() {
        assertThat(ManualJob.name("c".repeat(52), TASK)).hasSize(63).isEqualTo("c".repeat(45) + "-manual-0123456789");
    }
}
