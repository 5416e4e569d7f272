package io.openalpha.ml.prediction;

import io.openalpha.ml.model.VersionName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The versions that could not be loaded, so that each is tried again now and then only, and talked of once. */
final class LoadFailures {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<VersionName, ModelProblem> problems = new LinkedHashMap<>();
    private final Map<VersionName, Instant> tried = new LinkedHashMap<>();

    LoadFailures(Clock clock) {
        this.clock = clock;
    }

    /** Whether it may go better this time. */
    boolean worthATry(VersionName version) {
        Instant last = tried.get(version);
        return last == null || !last.plus(PATIENCE).isAfter(clock.instant());
    }

    /**
     * Notes that a version could not be loaded.
     *
     * @return whether that is news
     */
    boolean note(VersionName version, String problem) {
        tried.put(version, clock.instant());
        ModelProblem before = problems.get(version);
        if (before != null && before.problem().equals(problem)) {
            return false;
        }
        problems.put(version, new ModelProblem(version, problem, clock.instant()));
        return true;
    }

    void forget(VersionName version) {
        keep(problems.keySet().stream().filter(name -> !name.equals(version)).toList());
    }

    /** Forgets all others. */
    void keep(Collection<VersionName> versions) {
        problems.keySet().retainAll(versions);
        tried.keySet().retainAll(versions);
    }

    List<ModelProblem> list() {
        return List.copyOf(problems.values());
    }
}
