package io.openalpha.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An image as a file.
 *
 * @param config what a container of it is started with
 * @param layers the compressed sizes of its layers in bytes, the base's first
 * @param files all that is in it, by path without the leading slash
 */
record ImageTar(JsonNode config, List<Long> layers, Map<String, TarArchiveEntry> files) {

    static ImageTar read(Path file) throws IOException {
        JsonNode manifest = find(file, "manifest.json", ImageTar::json).get(0);
        JsonNode config = find(file, manifest.path("Config").asString(), ImageTar::json);
        List<Long> sizes = new ArrayList<>();
        Map<String, TarArchiveEntry> files = new LinkedHashMap<>();
        for (JsonNode layer : manifest.path("Layers")) {
            sizes.add(size(file, layer.asString()));
            files.putAll(find(file, layer.asString(), ImageTar::entries));
        }
        return new ImageTar(config, sizes, files);
    }

    private static long size(Path file, String name) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(Files.newInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return entry.getSize();
                }
            }
        }
        throw new IOException("no %s in %s".formatted(name, file));
    }

    private static <T> T find(Path file, String name, Function<InputStream, T> reading) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(Files.newInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return reading.apply(tar);
                }
            }
        }
        throw new IOException("no %s in %s".formatted(name, file));
    }

    private static JsonNode json(InputStream text) {
        return JsonMapper.shared().readTree(text);
    }

    private static Map<String, TarArchiveEntry> entries(InputStream layer) {
        Map<String, TarArchiveEntry> entries = new LinkedHashMap<>();
        try {
            TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(layer));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.put(entry.getName().replaceFirst("^\\./", ""), entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
