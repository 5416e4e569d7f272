package io.openalpha.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends signals")
class FaultsIntegrationTests {

    private static final long SEED = 3;

    /** One round of each fault; {@code bench/faults} has as many as one likes. */
    @Test
    void nothingIsLostDoubledOrStuckWhateverHappens() throws IOException {
        Path jar = Path.of(System.getProperty("openalpha.jar"));
        try (Surroundings around = new Surroundings(jar, Path.of("target/faults-test"))) {
            int rounds = Fault.values().length;

            String summary = new Faults(around, SEED, System.out).run(rounds);

            assertThat(summary).isEqualTo("rounds=%d lost=0 doubled=0 stuck=0 manual=0".formatted(rounds));
        }
    }
}
