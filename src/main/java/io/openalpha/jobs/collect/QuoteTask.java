package io.openalpha.jobs.collect;

import io.openalpha.jobs.fetch.Failure;
import io.openalpha.jobs.fetch.FetchTask;
import io.openalpha.jobs.fetch.Question;
import io.openalpha.market.Quote;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.source.Answer;
import io.openalpha.source.SourceChain;
import java.util.List;
import java.util.function.Supplier;

/** Asks for the latest quote of each symbol. */
record QuoteTask(SourceChain chain, QuoteStore quotes, NotFoundStreaks notFoundStreaks, Supplier<List<Symbol>> choice)
        implements FetchTask<Quote> {

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
        return symbols.stream()
                .<Question<Quote>>map(symbol -> new LatestQuote(symbol, chain))
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

    private record LatestQuote(Symbol symbol, SourceChain chain) implements Question<Quote> {

        @Override
        public Answer<Quote> ask() throws InterruptedException {
            return chain.latest(symbol);
        }
    }
}
