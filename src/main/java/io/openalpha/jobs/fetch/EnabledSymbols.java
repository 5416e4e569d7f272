package io.openalpha.jobs.fetch;

import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.run.Shard;
import java.util.List;

/** Every enabled symbol of the universe that a shard takes. */
public record EnabledSymbols(Universe universe, Shard shard) implements SymbolSupply {

    @Override
    public long count() {
        return shard.isWhole() ? universe.enabledCount() : universe.enabledCount(shard.index(), shard.count());
    }

    @Override
    public List<Symbol> after(String position, int limit) {
        return shard.isWhole()
                ? universe.enabledAfter(position, limit)
                : universe.enabledAfter(position, limit, shard.index(), shard.count());
    }
}
