package io.openalpha.jobs.fetch;

import io.openalpha.market.Instrument;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.run.Shard;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which symbols a run asks for.
 *
 * @param named these; every enabled one of the universe when there are none
 */
public record SymbolChoice(List<Symbol> named) {

    private static final Logger LOG = LoggerFactory.getLogger(SymbolChoice.class);
    private static final String SYMBOLS = "symbols";

    public SymbolChoice {
        named = named.stream().distinct().sorted().toList();
    }

    /** The choice of a run with these details. */
    public static SymbolChoice of(Map<String, String> details) {
        String names = details.getOrDefault(SYMBOLS, "");
        return new SymbolChoice(
                names.isEmpty()
                        ? List.of()
                        : Arrays.stream(names.split(" ")).map(Symbol::new).toList());
    }

    /** The same as details of a run. */
    public Map<String, String> details() {
        Map<String, String> details = new HashMap<>();
        if (!named.isEmpty()) {
            details.put(SYMBOLS, named.stream().map(Symbol::name).collect(Collectors.joining(" ")));
        }
        return details;
    }

    /** The symbols of one shard, by name. A named one that is not in the universe becomes known, but not enabled. */
    public List<Symbol> of(Universe universe, Shard shard) {
        if (named.isEmpty()) {
            return shard.isWhole()
                    ? universe.enabledAfter("", Integer.MAX_VALUE)
                    : universe.enabledAfter("", Integer.MAX_VALUE, shard.index(), shard.count());
        }
        List<Symbol> mine =
                named.stream().filter(symbol -> shard.takes(symbol.name())).toList();
        List<Symbol> unknown = universe.unknown(mine);
        if (!unknown.isEmpty()) {
            LOG.info("{} not in the universe: asked for only when named", unknown);
            universe.save(unknown.stream().map(Instrument::known).toList());
        }
        return mine;
    }
}
