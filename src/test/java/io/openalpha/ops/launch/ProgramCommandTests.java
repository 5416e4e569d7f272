package io.openalpha.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramCommandTests {

    @Test
    void startsTheJavaAndTheProgramOfThisProcess() {
        List<String> line = ProgramCommand.ofThisProcess().line();

        assertThat(Path.of(line.get(0)))
                .satisfies(java -> assertThat(Files.isExecutable(java)).isTrue());
        assertThat(line).noneMatch(option -> option.startsWith("-javaagent:"));
        assertThat(line.get(line.size() - 2)).isIn("-jar", System.getProperty("java.class.path"));
    }

    @Test
    void passesTheEnvironmentOnButForWhatConcernsThisProcess() {
        Map<String, String> environment = new HashMap<>(
                Map.of("OPENALPHA_RUN_ID", "mine", "OPENALPHA_TERMINAL", "1", "PREFERRED_DATA_SOURCE", "yahoo"));

        new ProgramCommand(List.of("true"), Map.of("OPENALPHA_HOME", "/opt")).adapt(environment);

        assertThat(environment)
                .containsOnly(Map.entry("PREFERRED_DATA_SOURCE", "yahoo"), Map.entry("OPENALPHA_HOME", "/opt"));
    }
}
