package io.openalpha.web.dashboard.models;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two versions side by side. */
record VersionComparison(ModelLine one, ModelLine other) {

    /**
     * The two that are asked for; otherwise the first that serves, beside the newest that does not.
     *
     * @return null if there are not two
     */
    static @Nullable VersionComparison of(List<ModelLine> lines, @Nullable String one, @Nullable String other) {
        if (lines.size() < 2) {
            return null;
        }
        ModelLine champion = named(lines, one)
                .or(() -> lines.stream().filter(ModelLine::serves).findFirst())
                .orElse(lines.get(0));
        ModelLine challenger = named(lines, other)
                .or(() -> lines.stream()
                        .filter(line -> line.algorithm().equals(champion.algorithm()) && !line.equals(champion))
                        .findFirst())
                .or(() -> lines.stream().filter(line -> !line.equals(champion)).findFirst())
                .orElseThrow();
        return new VersionComparison(champion, challenger);
    }

    private static Optional<ModelLine> named(List<ModelLine> lines, @Nullable String version) {
        return lines.stream()
                .filter(line -> Objects.equals(line.version(), version))
                .findFirst();
    }
}
