package io.openalpha.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FolderStoreTests extends ArtifactStoreContract {

    private Path root;
    private FolderStore store;

    @BeforeEach
    void open() {
        root = temporary.resolve("not/there/yet");
        store = new FolderStore(root);
    }

    @Override
    ArtifactStore store() {
        return store;
    }

    @Test
    void holdsNothingButVersions() throws Exception {
        store.put(NAME, model("the model"), MANIFEST);

        assertThat(entries(root)).containsExactly(NAME.toString());
        assertThat(entries(root.resolve(NAME.toString()))).containsExactly("manifest.json", "model.pb");
    }

    @Test
    void aFullDiskLeavesNothingBehind() throws Exception {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix().toBuilder()
                .setBlockSize(1024)
                .setMaxSize(8 * 1024)
                .build())) {
            FolderStore small = new FolderStore(disk.getPath("/models"));
            small.put(NAME, model("x".repeat(3 * 1024)), MANIFEST);

            assertThatIOException()
                    .isThrownBy(() -> small.put(NAME.next(), model("x".repeat(20 * 1024)), MANIFEST))
                    .withMessageMatching("/models/\\..+/model.*: out of disk space");
            assertThat(small.list()).containsExactly(NAME);
            assertThat(entries(disk.getPath("/models"))).containsExactly(NAME.toString());
            small.put(NAME.next(), model("x".repeat(1024)), MANIFEST);
        }
    }

    @Test
    void whatAKilledProcessLeftIsNoVersionAndIsDeletedWithIt() throws Exception {
        Path left = Files.createDirectories(root.resolve(".%s.8f3a".formatted(NAME)));
        Files.writeString(left.resolve("model.pb"), "half a mo");

        assertThat(store.list()).isEmpty();
        store.put(NAME, model("the model"), MANIFEST);
        store.delete(NAME);

        assertThat(entries(root)).isEmpty();
    }

    @Test
    void leavesOtherFilesAlone() throws Exception {
        Files.createDirectories(root.resolve("notes"));
        Files.writeString(root.resolve("README.md"), "about models");

        assertThat(store.list()).isEmpty();
        store.delete(NAME);

        assertThat(entries(root)).containsExactly("README.md", "notes");
    }

    @Test
    void aFileInPlaceOfTheFolderIsAnError() throws Exception {
        Path file = model("a file");

        assertThatIOException().isThrownBy(() -> new FolderStore(file).put(NAME, model("the model"), MANIFEST));
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
