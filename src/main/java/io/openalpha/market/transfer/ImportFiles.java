package io.openalpha.market.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files of an import.
 *
 * @param bars with daily bars, at least one
 * @param others what else an export has
 */
record ImportFiles(List<Path> bars, Map<SideTable, Path> others) {

    private static final String PARQUET = ".parquet";

    /** @throws BarFileException if a folder has no files of bars, or the same bars twice */
    static ImportFiles of(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return new ImportFiles(List.of(path), Map.of());
        }
        try (Stream<Path> below = Files.walk(path)) {
            List<Path> files =
                    below.filter(file -> ofBars(path.relativize(file))).sorted().toList();
            if (files.isEmpty()) {
                throw new BarFileException("%s has no .csv or .parquet file below it".formatted(path));
            }
            for (Path file : files) {
                Path twin = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", PARQUET));
                if (!twin.equals(file) && files.contains(twin)) {
                    throw new BarFileException("%s and %s would be the same bars twice: remove one of them"
                            .formatted(file, twin.getFileName()));
                }
            }
            return new ImportFiles(files, others(path));
        }
    }

    /** What begins with a dot or an underscore is none, as for pandas and Spark. */
    private static boolean ofBars(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
                return false;
            }
        }
        return file.toString().matches(".*\\.(csv(\\.gz)?|parquet)");
    }

    private static Map<SideTable, Path> others(Path folder) {
        Map<SideTable, Path> others = new EnumMap<>(SideTable.class);
        for (SideTable table : SideTable.values()) {
            for (ExportFormat format : ExportFormat.values()) {
                Path file = folder.resolve(format.fileName(table.fileName()));
                if (Files.exists(file)) {
                    others.put(table, file);
                }
            }
        }
        return others;
    }

    /** @throws BarFileException if it is neither CSV nor Parquet, or cannot be read */
    static TableSource open(Path file) {
        try {
            return isParquet(file) ? new ParquetTable(file) : new CsvTable(file);
        } catch (IOException e) {
            throw new BarFileException("%s: cannot be read: %s".formatted(file, reason(e)));
        }
    }

    /** Why a file cannot be read or written. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    private static boolean isParquet(Path file) throws IOException {
        if (file.toString().endsWith(PARQUET)) {
            return true;
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(4), StandardCharsets.ISO_8859_1).equals("PAR1");
        }
    }
}
