package io.openalpha.dashboard.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTests {

    private final List<Runnable> others = new ArrayList<>();
    private final List<Integer> done = new ArrayList<>();
    private final Remembered<Integer, String> remembered = new Remembered<>(this::work, others::add);

    @Test
    void onlyWhoAsksFirstWaits() {
        assertThat(remembered.get(1)).isEqualTo("found 1");

        assertThat(remembered.get(2)).as("while somebody else looks").isEqualTo("found 1");
        others.forEach(Runnable::run);

        assertThat(remembered.get(2)).isEqualTo("found 2");
        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void whoWantsThePresentWaitsForItOnce() {
        remembered.get(1);

        assertThat(remembered.now(2)).isEqualTo("found 2");
        assertThat(remembered.now(2)).isEqualTo("found 2");

        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void whatSomebodyWaitedForIsNotLookedIntoAgain() {
        remembered.get(1);
        remembered.get(2);
        remembered.now(2);

        others.forEach(Runnable::run);

        assertThat(done).containsExactly(1, 2);
    }

    private String work(Integer key) {
        done.add(key);
        return "found " + key;
    }
}
