package io.openalpha.ml.model;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes versions beyond those to keep, and what interrupted work left. Only what this registry once began is ever
 * removed from the store, whatever else is there.
 */
public final class ModelUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(ModelUpkeep.class);

    private final VersionTable versions;
    private final DecisionTable decisions;
    private final ArtifactStore store;
    private final TransactionOperations transaction;

    ModelUpkeep(
            VersionTable versions, DecisionTable decisions, ArtifactStore store, TransactionOperations transaction) {
        this.versions = versions;
        this.decisions = decisions;
        this.store = store;
        this.transaction = transaction;
    }

    /**
     * Removes all but the newest versions of each algorithm and the one that serves. They are out of sight first; files
     * that cannot be removed now are left to {@link #sweep}.
     *
     * @param keep how many of each algorithm, 1 or more
     * @return those that are gone
     */
    public List<VersionName> prune(int keep) {
        List<VersionName> gone = new ArrayList<>();
        for (String algorithm : versions.algorithms()) {
            transaction.executeWithoutResult(status -> {
                decisions.lock(algorithm);
                gone.addAll(versions.discardAllBut(keep, algorithm));
            });
        }
        gone.forEach(this::remove);
        return gone;
    }

    /**
     * Removes what dead processes left: discarded versions, and drafts that were begun so long ago.
     *
     * @param draftAge zero for a caller that knows that no version is being published
     * @return how many were removed
     */
    public int sweep(Duration draftAge) {
        versions.discardDrafts(draftAge);
        return (int) versions.discarded().stream().filter(this::remove).count();
    }

    /**
     * Versions in the store of which the registry knows nothing: another database's, perhaps.
     *
     * @throws ModelStoreException if the store cannot be reached
     */
    public Set<VersionName> strangers() {
        try {
            Set<VersionName> strangers = new HashSet<>(store.list());
            versions.all().forEach(strangers::remove);
            return strangers;
        } catch (IOException e) {
            throw new ModelStoreException("The model store cannot be read: " + StoreProblems.describe(e), e);
        }
    }

    /** The files go first: a row without them is found again, files without a row are not. */
    private boolean remove(VersionName version) {
        try {
            store.delete(version);
            versions.remove(version);
            LOG.info("Removed model {}", version);
            return true;
        } catch (IOException e) {
            LOG.warn("The files of model {} are left for later: {}", version, StoreProblems.describe(e));
            return false;
        }
    }
}
