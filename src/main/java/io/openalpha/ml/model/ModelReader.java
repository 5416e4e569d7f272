package io.openalpha.ml.model;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** Gives back stored models, each only when it is byte for byte the one that was stored. */
public final class ModelReader {

    private final ModelRegistry registry;
    private final ArtifactStore store;

    ModelReader(ModelRegistry registry, ArtifactStore store) {
        this.registry = registry;
        this.store = store;
    }

    /**
     * The model of a published version, checked before the first byte is given out.
     *
     * @return {@code model.pb}; to be closed
     * @throws UnknownVersionException if there is no such published version
     * @throws ModelStoreException if its files are missing, changed or out of reach
     */
    public InputStream open(VersionName name) {
        try {
            HashedFile model = fetch(registry.version(name).manifest());
            return Files.newInputStream(model.path(), DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** Checks the files as {@link #open} does, without giving out the model. */
    public void verify(VersionName name) {
        try {
            open(name).close();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static ModelStoreException unreadable(VersionName name, IOException problem) {
        return new ModelStoreException(
                "Model %s cannot be read: %s".formatted(name, StoreProblems.describe(problem)), problem);
    }

    /** The files of a version, if they are what its manifest says. */
    HashedFile fetch(Manifest expected) throws IOException {
        requireManifest(expected);
        HashedFile model = HashedFile.of(out -> {
            try (InputStream stored = store.read(expected.name(), ArtifactStore.MODEL)) {
                stored.transferTo(out);
            }
        });
        if (!model.digest().equals(expected.model())) {
            model.close();
            throw new ModelStoreException(
                    "Model %s is damaged: %s in %s has %s bytes and SHA-256 %s, where %s bytes and %s were stored"
                            .formatted(
                                    expected.version(),
                                    ArtifactStore.MODEL,
                                    store,
                                    model.digest().bytes(),
                                    model.digest().sha256(),
                                    expected.model().bytes(),
                                    expected.model().sha256()),
                    null);
        }
        return model;
    }

    private void requireManifest(Manifest expected) throws IOException {
        try (InputStream stored = store.read(expected.name(), ArtifactStore.MANIFEST)) {
            Manifest manifest = ManifestJson.read(stored.readAllBytes());
            if (!manifest.version().equals(expected.version())
                    || !manifest.model().equals(expected.model())) {
                throw new IllegalArgumentException("the manifest is that of another model");
            }
        } catch (IllegalArgumentException e) {
            throw new ModelStoreException(
                    "Model %s is damaged: %s in %s: %s"
                            .formatted(expected.version(), ArtifactStore.MANIFEST, store, e.getMessage()),
                    e);
        }
    }
}
