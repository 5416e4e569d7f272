package io.openalpha.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExitCodeTests {

    @Test
    void staysAsDocumented() {
        assertThat(ExitCode.DONE.code()).isZero();
        assertThat(ExitCode.FOUND.code()).isEqualTo(1);
        assertThat(ExitCode.USAGE.code()).isEqualTo(2);
        assertThat(ExitCode.FAILED.code()).isEqualTo(3);
        assertThat(ExitCode.STOPPED.code()).isEqualTo(4);
        assertThat(ExitCode.LOCKED.code()).isEqualTo(5);
        assertThat(ExitCode.values()).hasSize(6);
    }
}
