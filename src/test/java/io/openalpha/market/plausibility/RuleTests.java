package io.openalpha.market.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RuleTests {

    @Test
    void isDocumentedWithItsSentence() throws IOException {
        String page = Files.readString(Path.of("docs/data.md"));

        for (Rule rule : Rule.values()) {
            assertThat(page).contains("| `" + rule.word() + "` |").contains(rule.sentence());
        }
        for (Defect defect : Defect.values()) {
            assertThat(page).contains("| `" + defect.reason() + "` |");
        }
    }
}
