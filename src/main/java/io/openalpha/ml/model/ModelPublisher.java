package io.openalpha.ml.model;

import io.openalpha.ml.evaluation.Assessment;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Brings new versions into the store and the registry. A version is seen only when its files were read back and found
 * right; a process that dies on the way leaves a hidden draft, which {@link ModelUpkeep#sweep} removes.
 */
public final class ModelPublisher {

    private static final int TRIES = 100;

    private final VersionTable versions;
    private final ModelRegistry registry;
    private final ArtifactStore store;
    private final ModelReader reader;
    private final Clock clock;

    ModelPublisher(
            VersionTable versions, ModelRegistry registry, ArtifactStore store, ModelReader reader, Clock clock) {
        this.versions = versions;
        this.registry = registry;
        this.store = store;
        this.reader = reader;
        this.clock = clock;
    }

    /** A trained model that can write itself. */
    @FunctionalInterface
    public interface TrainedModel {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Stores a model under the name of its algorithm and the present second, or the next one that is free.
     *
     * @param evaluation what the training found out about it
     * @param jobInstanceId the training run, if it was one
     * @return the version as it is seen from now on; it does not serve
     * @throws ModelStoreException if it cannot be stored; then nothing is seen of it
     */
    public ModelVersion publish(
            TrainingRecord training, Assessment evaluation, @Nullable Long jobInstanceId, TrainedModel model) {
        try (HashedFile file = HashedFile.of(model::writeTo)) {
            return publish(new Upload(training, evaluation, jobInstanceId, file));
        } catch (IOException e) {
            throw new ModelStoreException(
                    "The new %s could not be stored: %s".formatted(training.algorithm(), StoreProblems.describe(e)), e);
        }
    }

    private ModelVersion publish(Upload upload) throws IOException {
        VersionName name = new VersionName(upload.training().algorithm(), clock.instant());
        for (int tries = 0; tries < TRIES; tries++) {
            if (versions.reserve(name, upload.jobInstanceId()) && put(name, upload)) {
                return registry.version(name);
            }
            name = name.next();
        }
        throw new IOException("%s has versions of all seconds up to %s".formatted(store, name));
    }

    /** @return false if the store has files of this name, which are not ours to touch */
    private boolean put(VersionName name, Upload upload) throws IOException {
        try {
            Manifest manifest = upload.manifest(name);
            store.put(name, upload.file().path(), ManifestJson.write(manifest));
            reader.fetch(manifest).close();
            makeSeen(name, manifest);
            return true;
        } catch (VersionTakenException e) {
            versions.remove(name);
            return false;
        } catch (IOException | RuntimeException e) {
            versions.discardDraft(name);
            throw e;
        }
    }

    private void makeSeen(VersionName name, Manifest manifest) {
        if (!versions.publish(name, manifest)) {
            throw new ModelStoreException(
                    ("Model %s took so long to store that it was swept away: a longer openalpha.model.draft-age"
                                    + " prevents that")
                            .formatted(name),
                    null);
        }
    }

    /** What is to be stored, whatever its name will be. */
    private record Upload(
            TrainingRecord training,
            Assessment evaluation,
            @Nullable Long jobInstanceId,
            HashedFile file) {

        Manifest manifest(VersionName name) {
            return new Manifest(Manifest.FORMAT, name.toString(), file.digest(), training, evaluation);
        }
    }
}
