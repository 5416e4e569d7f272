package io.openalpha.ml.model;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Versions as folders in a folder. A version is written beside its place, under a name that begins with a dot, and
 * moved there when it is whole and on the disk.
 */
class FolderStore implements ArtifactStore {

    private final Path root;

    FolderStore(Path root) {
        this.root = root;
    }

    @Override
    public void put(VersionName version, Path model, byte[] manifest) throws IOException, VersionTakenException {
        Path unfinished = Files.createDirectories(root.resolve(unfinished(version) + UUID.randomUUID()));
        try {
            try (InputStream content = Files.newInputStream(model)) {
                write(unfinished.resolve(MODEL), content);
            }
            write(unfinished.resolve(MANIFEST), new ByteArrayInputStream(manifest));
            force(unfinished);
            move(unfinished, version);
            force(root);
        } finally {
            FileSystemUtils.deleteRecursively(unfinished);
        }
    }

    /** A folder that has files in it is never replaced by the move. */
    private void move(Path unfinished, VersionName version) throws IOException, VersionTakenException {
        Path place = root.resolve(version.toString());
        try {
            Files.move(unfinished, place, ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (Files.exists(place)) {
                throw new VersionTakenException(version);
            }
            throw e;
        }
    }

    @Override
    public InputStream read(VersionName version, String file) throws IOException {
        return Files.newInputStream(root.resolve(version.toString()).resolve(file));
    }

    @Override
    public Set<VersionName> list() throws IOException {
        return folders().stream()
                .map(folder -> folder.getFileName().toString())
                .filter(VersionName::isOne)
                .map(VersionName::parse)
                .collect(Collectors.toSet());
    }

    @Override
    public void delete(VersionName version) throws IOException {
        for (Path folder : folders()) {
            String name = folder.getFileName().toString();
            if (name.equals(version.toString()) || name.startsWith(unfinished(version))) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    private List<Path> folders() throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    private static String unfinished(VersionName version) {
        return "." + version + ".";
    }

    private static void write(Path file, InputStream content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
            content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // The system's own message, such as that there is no space left, does not say where.
            FileSystemException failure = new FileSystemException(file.toString(), null, e.getMessage());
            failure.addSuppressed(e);
            throw failure;
        }
    }

    /**
     * Entries of a folder are on the disk only once the folder is; systems that open no folders see to that themselves.
     */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The move is atomic all the same.
        }
    }

    @Override
    public String toString() {
        return "folder " + root;
    }
}
