package io.openalpha.jobs.collect;

import io.openalpha.jobs.fetch.Failure;
import io.openalpha.jobs.fetch.FailureTable;
import io.openalpha.jobs.fetch.Fetched;
import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import io.openalpha.run.StepProgress;
import io.openalpha.source.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Stores what a chunk of fetches brought: quotes, failures, and the position to resume from. */
final class FetchedWriter implements ItemWriter<Fetched<Symbol, Answer>> {

    private final QuoteWriter quotes;
    private final FailureTable failures;
    private final NotFoundStreaks notFoundStreaks;
    private final StepProgress progress;
    private final Clock clock;

    FetchedWriter(
            QuoteWriter quotes,
            FailureTable failures,
            NotFoundStreaks notFoundStreaks,
            StepProgress progress,
            Clock clock) {
        this.quotes = quotes;
        this.failures = failures;
        this.notFoundStreaks = notFoundStreaks;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public void write(Chunk<? extends Fetched<Symbol, Answer>> chunk) {
        List<? extends Fetched<Symbol, Answer>> ended = endedOnes(chunk);
        if (ended.isEmpty()) {
            return;
        }
        List<Quote> collected = new ArrayList<>();
        List<Failure> failed = new ArrayList<>();
        Instant now = clock.instant();
        for (Fetched<Symbol, Answer> fetched : ended) {
            if (fetched.answer() instanceof Answer.Answered answered) {
                collected.add(answered.quote());
            } else if (fetched.answer() instanceof Answer.Unanswered unanswered) {
                failed.add(Failure.of(unanswered, now));
            }
        }
        List<Quote> refused = quotes.write(collected);
        collected.removeAll(refused);
        refused.forEach(quote -> failed.add(refusal(quote, now)));
        save(collected, failed);
        progress.advance(ended.get(ended.size() - 1).wanted().name(), ended.size(), counts(collected, failed));
    }

    private void save(List<Quote> collected, List<Failure> failed) {
        List<Symbol> had = collected.stream().map(Quote::symbol).toList();
        failures.save(progress.jobInstanceId(), failed);
        failures.clear(progress.jobInstanceId(), had);
        notFoundStreaks.note(had, failed);
    }

    /** A resumed run reads on after the last symbol stored, so nothing behind the first gap may be. */
    private static List<? extends Fetched<Symbol, Answer>> endedOnes(Chunk<? extends Fetched<Symbol, Answer>> chunk) {
        return chunk.getItems().stream()
                .takeWhile(fetched -> fetched.answer() != null)
                .toList();
    }

    private static Failure refusal(Quote refused, Instant at) {
        String detail = "the database refused %s %s of %s at %s"
                .formatted(refused.price(), refused.currency(), refused.source(), refused.at());
        return new Failure(refused.symbol(), "refused", detail, false, at);
    }

    private static Map<String, Long> counts(List<Quote> collected, List<Failure> failed) {
        return Stream.concat(
                        collected.stream().map(quote -> "collected." + quote.source()),
                        failed.stream().map(failure -> "failed." + failure.reason()))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }
}
