package io.openalpha.ml.model;

import io.openalpha.ml.evaluation.Ruling;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Which versions there are, and which of each algorithm serves. Every change is one short transaction, however many
 * processes decide at the same time; when another version serves, PostgreSQL notifies channel {@code model_registry}.
 */
public final class ModelRegistry {

    private final VersionTable versions;
    private final DecisionTable decisions;
    private final TransactionOperations transaction;

    ModelRegistry(VersionTable versions, DecisionTable decisions, TransactionOperations transaction) {
        this.versions = versions;
        this.decisions = decisions;
        this.transaction = transaction;
    }

    /** All published versions, newest first. */
    public List<ModelVersion> versions() {
        return versions.published();
    }

    /** @throws UnknownVersionException if there is no such published version */
    public ModelVersion version(VersionName name) {
        return versions.published(name).orElseThrow(() -> new UnknownVersionException(name));
    }

    /** The versions that serve, by the names of their algorithms. */
    public List<ModelVersion> promoted() {
        return versions.promoted();
    }

    /** The version of each algorithm that was published last, by the names of the algorithms. */
    public List<ModelVersion> newest() {
        return versions.newest();
    }

    /**
     * Names of the versions that serve, by the names of their algorithms; cheap enough for every request.
     */
    public List<VersionName> serving() {
        return versions.serving();
    }

    /** The version of an algorithm that serves, if one does. */
    public Optional<ModelVersion> promoted(String algorithm) {
        return versions.promoted(algorithm);
    }

    /** What was decided about a version, oldest first; also about one that was removed since. */
    public List<ModelDecision> decisions(VersionName name) {
        return decisions.of(name);
    }

    /**
     * Lets a version serve in place of the one that does.
     *
     * @throws UnknownVersionException if there is no such published version
     */
    public void promote(VersionName name, Reason reason) {
        decide(name, Ruling.PROMOTED, reason);
    }

    /**
     * Notes what was decided about a version, and lets it serve where that was the decision.
     *
     * @param ruling anything but a rollback, which is {@link #rollBack}
     * @throws UnknownVersionException if there is no such published version
     */
    public void decide(VersionName name, Ruling ruling, Reason reason) {
        if (ruling == Ruling.ROLLED_BACK) {
            throw new IllegalArgumentException("a rollback chooses its version itself");
        }
        transaction.executeWithoutResult(status -> {
            decisions.lock(name.algorithm());
            version(name);
            if (ruling.serves()) {
                Long before = decisions.inForce(name.algorithm()).orElse(null);
                decisions.serve(new DecisionTable.Promotion(decisions.add(name, ruling, reason, before), name));
            } else {
                decisions.add(name, ruling, reason, null);
            }
        });
    }

    /**
     * Lets the version serve that did before the present one, of those that are still there; once more, the one before
     * that.
     *
     * @return the version that serves now; empty if there is none to return to, and then nothing changed
     */
    public Optional<VersionName> rollBack(String algorithm, Reason reason) {
        return Objects.requireNonNull(transaction.execute(status -> {
            decisions.lock(algorithm);
            return decisions.earlier(algorithm).map(earlier -> {
                decisions.add(earlier.version(), Ruling.ROLLED_BACK, reason, null);
                decisions.serve(earlier);
                return earlier.version();
            });
        }));
    }
}
