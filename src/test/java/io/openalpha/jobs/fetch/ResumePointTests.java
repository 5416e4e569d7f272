package io.openalpha.jobs.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.Symbol;
import io.openalpha.run.Progress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResumePointTests {

    private final ResumePoint point = new ResumePoint(symbols("A", "B", "C", "D", "E"), Progress.NONE);

    @Test
    void keepsTheNamesBehindASlowSymbolUntilItHasEnded() {
        point.end(symbols("A", "C", "D"));

        assertThat(point.position()).isEqualTo("A");
        assertThat(point.ahead()).containsExactly("C", "D");

        point.end(symbols("B"));

        assertThat(point.position()).isEqualTo("D");
        assertThat(point.ahead()).isEmpty();
        assertThat(point.open()).isEqualTo(symbols("E"));
    }

    @Test
    void leavesOutWhatHasEndedBefore() {
        ResumePoint resumed =
                new ResumePoint(symbols("A", "B", "C", "D", "E"), new Progress("A", Set.of("C", "D"), 3, Map.of()));

        assertThat(resumed.open()).isEqualTo(symbols("B", "E"));

        resumed.end(symbols("B", "E"));

        assertThat(resumed.isComplete()).isTrue();
        assertThat(resumed.position()).isEqualTo("E");
        assertThat(resumed.ahead()).isEmpty();
    }

    @Test
    void aSymbolThatIsNoLongerAskedForHoldsUpNothing() {
        ResumePoint resumed = new ResumePoint(symbols("A", "C"), new Progress("A", Set.of("C"), 2, Map.of()));

        assertThat(resumed.isComplete()).isTrue();
    }

    private static List<Symbol> symbols(String... names) {
        return Stream.of(names).map(Symbol::new).toList();
    }
}
