package io.openalpha.jobs.collect;

import io.openalpha.jobs.fetch.Question;
import io.openalpha.market.Symbol;
import io.openalpha.source.Answer;
import io.openalpha.source.SourceChain;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks for the latest quote of a symbol. */
record LatestQuote(SourceChain chain) implements Question<Symbol, Answer> {

    @Override
    public @Nullable Answer ask(Symbol symbol) throws InterruptedException {
        Answer answer = chain.latest(symbol);
        return answer instanceof Answer.Refused ? null : answer;
    }

    @Override
    public Duration untilAvailable() {
        return chain.untilAvailable();
    }
}
