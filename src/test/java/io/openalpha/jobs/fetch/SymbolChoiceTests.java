package io.openalpha.jobs.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.market.Instrument;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.run.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SymbolChoiceTests {

    private static final Symbol A = new Symbol("A");
    private static final Symbol B = new Symbol("B");
    private static final Symbol BRK = new Symbol("BRK.B");

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final Universe universe = new Universe(JdbcClient.create(database.dataSource()));

    @Test
    void takesEachNamedSymbolOnceInTheOrderOfNames() {
        SymbolChoice choice = new SymbolChoice(List.of(BRK, A, B, A));

        assertThat(choice.of(universe, Shard.WHOLE)).containsExactly(A, B, BRK);
        assertThat(choice.details()).isEqualTo(Map.of("symbols", "A B BRK.B"));
        assertThat(SymbolChoice.of(choice.details())).isEqualTo(choice);
    }

    @Test
    void shardsTakeEverySymbolOnceAndTheDatabaseAgreesWithTheHash() {
        List<Symbol> all = IntStream.range(0, 60)
                .mapToObj(number -> new Symbol("S" + number))
                .toList();
        universe.save(all.stream().map(Instrument::known).toList());
        universe.enable(all, true);
        SymbolChoice enabled = new SymbolChoice(List.of());
        SymbolChoice named = new SymbolChoice(all);
        for (int count = 1; count <= 5; count++) {
            List<Symbol> taken = new ArrayList<>();
            for (int index = 0; index < count; index++) {
                Shard shard = new Shard(index, count);
                List<Symbol> part = named.of(universe, shard);
                assertThat(enabled.of(universe, shard)).containsAll(part).isSorted();
                taken.addAll(part);
            }
            assertThat(taken).hasSameSizeAs(all).containsExactlyInAnyOrderElementsOf(all);
        }
    }
}
