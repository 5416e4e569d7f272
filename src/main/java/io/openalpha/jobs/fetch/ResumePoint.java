package io.openalpha.jobs.fetch;

import io.openalpha.market.Symbol;
import io.openalpha.run.Progress;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which symbols of a step have ended: all up to a name, and a few behind it whose answers came sooner than that of a
 * slower symbol before them.
 */
final class ResumePoint {

    private final TreeSet<String> open = new TreeSet<>();
    private final TreeSet<String> ahead;
    private String position;

    /** @param all symbols of the step, ended or not */
    ResumePoint(Collection<Symbol> all, Progress progress) {
        position = progress.position();
        ahead = new TreeSet<>(progress.ahead());
        all.stream().map(Symbol::name).filter(name -> !hasEnded(name)).forEach(open::add);
    }

    private boolean hasEnded(String name) {
        return name.compareTo(position) <= 0 || ahead.contains(name);
    }

    /** The symbols that have not ended, by name. */
    List<Symbol> open() {
        return open.stream().map(Symbol::new).toList();
    }

    boolean isComplete() {
        return open.isEmpty();
    }

    void end(Collection<Symbol> symbols) {
        symbols.stream().map(Symbol::name).filter(open::remove).forEach(ahead::add);
        while (!ahead.isEmpty() && (open.isEmpty() || ahead.first().compareTo(open.first()) < 0)) {
            position = ahead.pollFirst();
        }
    }

    /** The name up to which every symbol has ended. */
    String position() {
        return position;
    }

    /** The names behind the position that have ended as well. */
    Set<String> ahead() {
        return ahead;
    }
}
