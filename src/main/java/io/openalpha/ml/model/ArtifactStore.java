package io.openalpha.ml.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

/** Where the files of versions are. It never overwrites, and a name's files are whole or not all there. */
interface ArtifactStore {

    /** The trained model. */
    String MODEL = "model.pb";

    /** What is known of it. */
    String MANIFEST = "manifest.json";

    /**
     * Stores the files of a version.
     *
     * @throws VersionTakenException if there are files of this name
     * @throws IOException if it cannot be done; something may have been left under the name
     */
    void put(VersionName version, Path model, byte[] manifest) throws IOException, VersionTakenException;

    /**
     * One file of a version.
     *
     * @throws NoSuchFileException if it is not there
     */
    InputStream read(VersionName version, String file) throws IOException;

    /** Names of all versions of which there are files. */
    Set<VersionName> list() throws IOException;

    /** Removes all files of a version, also what a broken-off upload left; none being there is well too. */
    void delete(VersionName version) throws IOException;

    /** The location, for messages. */
    @Override
    String toString();
}
