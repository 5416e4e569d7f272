package io.openalpha.market.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A folder that an export has for its own. It is written beside and takes the place of an earlier one when it is
 * complete, so that readers see one or the other.
 */
final class ExportFolder {

    private static final String PART = ".part";
    private static final String OLD = ".old";
    private static final String OWN = "year=\\d+|year=\\d+.bars\\.(csv|parquet)|_[a-z]+\\.(csv|parquet)|\\..*";

    private final Path folder;
    private final Path part;
    private final Path old;

    private ExportFolder(Path folder) {
        this.folder = folder;
        this.part = beside(folder, PART);
        this.old = beside(folder, OLD);
    }

    private static Path beside(Path folder, String ending) {
        return folder.resolveSibling("." + folder.getFileName() + ending);
    }

    /**
     * Begins an export.
     *
     * @throws BarFileException if the folder holds what is no export
     */
    static ExportFolder begin(Path path) throws IOException {
        Path folder =
                Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
        if (folder.getParent() == null) {
            throw new BarFileException("%s cannot be replaced by an export: name a folder below it".formatted(path));
        }
        Optional<Path> foreign = foreign(folder);
        if (foreign.isPresent()) {
            throw new BarFileException(
                    ("%s holds more than an earlier export, such as %s: an export takes the place of all that is"
                                    + " there, so name an empty folder")
                            .formatted(path, foreign.get().getFileName()));
        }
        ExportFolder begun = new ExportFolder(folder);
        if (Files.exists(begun.old) && !Files.exists(folder)) {
            Files.move(begun.old, folder);
        }
        FileSystemUtils.deleteRecursively(begun.part);
        FileSystemUtils.deleteRecursively(begun.old);
        Files.createDirectories(begun.part);
        return begun;
    }

    private static Optional<Path> foreign(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(path -> !path.equals(folder)
                            && !folder.relativize(path).toString().matches(OWN))
                    .findFirst();
        }
    }

    /** Where the export is to be written. */
    Path part() {
        return part;
    }

    /** Puts what was written in its place. */
    void complete() throws IOException {
        if (Files.exists(folder)) {
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        FileSystemUtils.deleteRecursively(old);
    }

    /** Removes what was written, as far as that can be; an earlier export stays. */
    void abandon() {
        try {
            FileSystemUtils.deleteRecursively(part);
        } catch (IOException e) {
            // What made the export fail is the news; the next one tries again.
        }
    }
}
