package io.openalpha.jobs.collect;

import io.openalpha.jobs.fetch.Failure;
import io.openalpha.jobs.fetch.FetchTask;
import io.openalpha.jobs.fetch.Question;
import io.openalpha.market.Conflict;
import io.openalpha.market.Quote;
import io.openalpha.market.QuoteLevel;
import io.openalpha.market.QuoteLevels;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.market.plausibility.QuoteRules;
import io.openalpha.source.Answer;
import io.openalpha.source.SourceChain;
import io.openalpha.source.SourceFailures;
import io.openalpha.source.wire.SourceFailure.InConflict;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for the latest quote of each symbol, and holds it against what is stored of it. */
record QuoteTask(
        SourceChain chain,
        QuoteStore quotes,
        QuoteLevels levels,
        NotFoundStreaks notFoundStreaks,
        Supplier<List<Symbol>> choice)
        implements FetchTask<Quote> {

    private static final Logger LOG = LoggerFactory.getLogger(QuoteTask.class);

    @Override
    public String name() {
        return "collect";
    }

    @Override
    public String counted() {
        return "collected.";
    }

    @Override
    public List<Symbol> symbols() {
        return choice.get();
    }

    @Override
    public List<Question<Quote>> questions(List<Symbol> symbols) {
        Map<Symbol, QuoteLevel> known = levels.of(symbols);
        return symbols.stream()
                .<Question<Quote>>map(symbol -> new LatestQuote(symbol, chain, known.get(symbol)))
                .toList();
    }

    @Override
    public void store(List<Quote> answers) {
        quotes.save(answers);
    }

    @Override
    public String source(Quote quote) {
        return quote.source();
    }

    @Override
    public void ended(List<Symbol> had, List<Failure> failed) {
        notFoundStreaks.note(had, failed);
    }

    private record LatestQuote(
            Symbol symbol, SourceChain chain, @Nullable QuoteLevel stored) implements Question<Quote> {

        @Override
        public Answer<Quote> ask() throws InterruptedException {
            return chain.latest(symbol).then(this::compared);
        }

        private Answer<Quote> compared(Quote quote) {
            Conflict conflict = stored == null ? null : QuoteRules.conflict(stored, quote);
            if (conflict == null) {
                return Answer.answered(quote);
            }
            LOG.warn("{} is in conflict, its price is not stored: {}", symbol, conflict);
            return Answer.failed(SourceFailures.of(quote.source(), new InConflict(conflict.toString())));
        }
    }
}
