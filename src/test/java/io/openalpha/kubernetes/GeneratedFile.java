package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A generated file of the repository: {@code -Dopenalpha.rewrite=true} rewrites it, otherwise a difference fails. */
final class GeneratedFile {

    private GeneratedFile() {}

    static void check(Path file, String content) throws IOException {
        if (Boolean.getBoolean("openalpha.rewrite")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as(
                        "%s is made from other files, and is not as they are now: run this test with"
                                + " -Dopenalpha.rewrite=true",
                        file)
                .hasContent(content);
    }
}
