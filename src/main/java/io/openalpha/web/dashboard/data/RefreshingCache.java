package io.openalpha.web.dashboard.data;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that takes long to compute and changes rarely. Callers get the last value at once; if it may have changed, it
 * is computed anew in the background. Only the first caller waits.
 *
 * @param <K> tells one state of the world from another
 */
final class RefreshingCache<K, V> {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshingCache.class);

    private final Function<K, V> work;
    private final Executor others;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile @Nullable Found<K, V> last;

    private record Found<K, V>(K key, V value) {}

    /** @param others run the background work */
    RefreshingCache(Function<K, V> work, Executor others) {
        this.work = work;
        this.others = others;
    }

    /** What was found for this key, or for one before it while the new one is being looked into. */
    V get(K key) {
        Found<K, V> found = last;
        if (found == null) {
            return now(key);
        }
        if (!found.key.equals(key) && renewing.compareAndSet(false, true)) {
            others.execute(() -> renew(key));
        }
        return found.value;
    }

    /** What is found for this key, however long that takes. */
    synchronized V now(K key) {
        Found<K, V> found = last;
        if (found == null || !found.key.equals(key)) {
            found = new Found<>(key, work.apply(key));
            last = found;
        }
        return found.value;
    }

    private void renew(K key) {
        try {
            now(key);
        } catch (RuntimeException e) {
            LOG.warn("The state of the data cannot be found out: {}", e.getMessage());
        } finally {
            renewing.set(false);
        }
    }
}
