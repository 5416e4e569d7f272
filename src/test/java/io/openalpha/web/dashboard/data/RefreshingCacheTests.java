package io.openalpha.web.dashboard.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshingCacheTests {

    private final List<Runnable> others = new ArrayList<>();
    private final List<Integer> done = new ArrayList<>();
    private final RefreshingCache<Integer, String> refreshingCache = new RefreshingCache<>(this::work, others::add);

    @Test
    void onlyWhoAsksFirstWaits() {
        assertThat(refreshingCache.get(1)).isEqualTo("found 1");

        assertThat(refreshingCache.get(2)).as("while somebody else looks").isEqualTo("found 1");
        others.forEach(Runnable::run);

        assertThat(refreshingCache.get(2)).isEqualTo("found 2");
        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void whoWantsThePresentWaitsForItOnce() {
        refreshingCache.get(1);

        assertThat(refreshingCache.now(2)).isEqualTo("found 2");
        assertThat(refreshingCache.now(2)).isEqualTo("found 2");

        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void aValueThatWasWaitedForIsNotComputedAgain() {
        refreshingCache.get(1);
        refreshingCache.get(2);
        refreshingCache.now(2);

        others.forEach(Runnable::run);

        assertThat(done).containsExactly(1, 2);
    }

    private String work(Integer key) {
        done.add(key);
        return "found " + key;
    }
}
