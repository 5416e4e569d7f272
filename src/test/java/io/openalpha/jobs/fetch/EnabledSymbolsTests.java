package io.openalpha.jobs.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.market.Instrument;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.run.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EnabledSymbolsTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final Universe universe = new Universe(JdbcClient.create(database.dataSource()));

    @Test
    void shardsTakeEverySymbolOnceAndTheDatabaseAgreesWithTheHash() {
        List<Symbol> all = IntStream.range(0, 60)
                .mapToObj(number -> new Symbol("S" + number))
                .toList();
        universe.save(all.stream().map(Instrument::known).toList());
        universe.enable(all, true);
        for (int count = 1; count <= 5; count++) {
            List<Symbol> taken = new ArrayList<>();
            for (int index = 0; index < count; index++) {
                Shard shard = new Shard(index, count);
                List<Symbol> part = pages(new EnabledSymbols(universe, shard));
                assertThat(part).isSorted().allMatch(symbol -> shard.takes(symbol.name()));
                taken.addAll(part);
            }
            assertThat(taken).hasSameSizeAs(all).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    private static List<Symbol> pages(EnabledSymbols symbols) {
        List<Symbol> read = new ArrayList<>();
        for (List<Symbol> page = symbols.after("", 7); !page.isEmpty(); ) {
            read.addAll(page);
            page = symbols.after(read.get(read.size() - 1).name(), 7);
        }
        assertThat(symbols.count()).isEqualTo(read.size());
        return read;
    }
}
