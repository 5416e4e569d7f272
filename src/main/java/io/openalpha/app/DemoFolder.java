package io.openalpha.app;

import java.nio.file.Path;
import java.util.Objects;

/** Where the demo keeps its data: beside the real one, so that made-up prices never mix with real ones. */
final class DemoFolder {

    private DemoFolder() {}

    static Path path() {
        return Path.of(Objects.requireNonNullElse(System.getenv("OPENALPHA_DATA_DIR"), "data"), "demo");
    }
}
