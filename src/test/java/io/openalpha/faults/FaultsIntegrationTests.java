package io.openalpha.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends signals")
class FaultsIntegrationTests {

    private static final long SEED = 3;

    /** Those that need whole processes, the second with a kill; {@code bench/faults} repeats all of them. */
    private static final List<Fault> FAULTS =
            List.of(Fault.SIGTERM, Fault.TWO_ON_A_FAILED_RUN, Fault.DATABASE_CRASHED, Fault.FROZEN);

    @Test
    void nothingIsLostDoubledOrStuckWhateverHappens() throws IOException {
        Path jar = Path.of(System.getProperty("openalpha.jar"));
        try (Surroundings around = new Surroundings(jar, Path.of("target/faults-test"))) {
            String summary = new Faults(around, SEED, System.out).run(FAULTS);

            assertThat(summary).isEqualTo("rounds=4 lost=0 doubled=0 stuck=0 manual=0");
        }
    }
}
