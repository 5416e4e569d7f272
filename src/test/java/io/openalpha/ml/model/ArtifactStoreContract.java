package io.openalpha.ml.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store does. */
abstract class ArtifactStoreContract {

    static final VersionName NAME = VersionName.parse("random_forest_20261122_020000");
    static final byte[] MANIFEST = "what is known".getBytes(UTF_8);

    @AutoClose("shutdownNow")
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    Path temporary;

    abstract ArtifactStore store();

    @Test
    void isEmptyAtFirst() throws Exception {
        assertThat(store().list()).isEmpty();
        store().delete(NAME);
    }

    @Test
    void givesBackWhatItWasGiven() throws Exception {
        store().put(NAME, model("the model"), MANIFEST);

        assertThat(read(ArtifactStore.MODEL)).isEqualTo("the model");
        assertThat(read(ArtifactStore.MANIFEST)).isEqualTo("what is known");
        assertThat(store().list()).containsExactly(NAME);
    }

    @Test
    void overwritesNothing() throws Exception {
        store().put(NAME, model("the first"), MANIFEST);

        assertThatExceptionOfType(VersionTakenException.class)
                .isThrownBy(() -> store().put(NAME, model("the second"), MANIFEST));
        assertThat(read(ArtifactStore.MODEL)).isEqualTo("the first");
    }

    @Test
    void ofManyAtOnceUnderOneNameOneIsStored() throws Exception {
        List<Callable<Boolean>> puts = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            Path model = model("model " + number);
            puts.add(() -> {
                try {
                    store().put(NAME, model, MANIFEST);
                    return true;
                } catch (VersionTakenException e) {
                    return false;
                }
            });
        }
        int stored = 0;
        for (Future<Boolean> put : threads.invokeAll(puts)) {
            stored += put.get() ? 1 : 0;
        }
        assertThat(stored).isOne();
        assertThat(store().list()).containsExactly(NAME);
    }

    @Test
    void deletesOneVersionAndNoOther() throws Exception {
        VersionName longer = VersionName.parse("random_forest_20261122_020000_20261122_020000");
        store().put(NAME, model("the model"), MANIFEST);
        store().put(NAME.next(), model("the next"), MANIFEST);
        store().put(longer, model("another"), MANIFEST);

        store().delete(NAME);
        store().delete(NAME);

        assertThat(store().list()).containsExactlyInAnyOrder(NAME.next(), longer);
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> store().read(NAME, ArtifactStore.MODEL))
                .withMessageEndingWith("random_forest_20261122_020000/model.pb");
    }

    Path model(String text) throws IOException {
        return Files.writeString(Files.createTempFile(temporary, "model", ".pb"), text);
    }

    private String read(String file) throws IOException {
        try (InputStream content = store().read(NAME, file)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }
}
