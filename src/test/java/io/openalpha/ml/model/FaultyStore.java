package io.openalpha.ml.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Stands between OpenAlpha and its model store and does to it what disks and networks do. */
public final class FaultyStore implements BeanPostProcessor {

    private volatile Fault fault = Fault.NONE;

    /** What happens when a model is stored. */
    public enum Fault {
        /** Nothing: it is stored. */
        NONE,
        /** The model is half there when no more can be written. */
        DISK_FULL,
        /** It is stored, and other bytes come back. */
        CORRUPTION
    }

    /** From now on. */
    public void suffer(Fault next) {
        fault = next;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof ArtifactStore store ? new Wrapped(store) : bean;
    }

    private final class Wrapped implements ArtifactStore {

        private final ArtifactStore store;

        Wrapped(ArtifactStore store) {
            this.store = store;
        }

        @Override
        public void put(VersionName version, Path model, byte[] manifest) throws IOException, VersionTakenException {
            if (fault == Fault.DISK_FULL) {
                Path half = Files.createTempFile("half", null);
                try {
                    byte[] whole = Files.readAllBytes(model);
                    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
                    store.put(version, half, manifest);
                } finally {
                    Files.delete(half);
                }
                throw new IOException("No space left on device");
            }
            store.put(version, model, manifest);
        }

        @Override
        public InputStream read(VersionName version, String file) throws IOException {
            return fault == Fault.CORRUPTION && file.equals(MODEL)
                    ? new ByteArrayInputStream("rubbish".getBytes(StandardCharsets.UTF_8))
                    : store.read(version, file);
        }

        @Override
        public Set<VersionName> list() throws IOException {
            return store.list();
        }

        @Override
        public void delete(VersionName version) throws IOException {
            store.delete(version);
        }

        @Override
        public String toString() {
            return store.toString();
        }
    }
}
