package io.openalpha.jobs.fetch;

import io.openalpha.market.Symbol;
import io.openalpha.run.StepProgress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.transaction.support.TransactionOperations;

/** Stores what a chunk of questions brought, in its transaction: answers, failures, and which symbols have ended. */
final class FetchedWriter<A> {

    private static final Logger LOG = LoggerFactory.getLogger(FetchedWriter.class);

    private final FetchTask<A> task;
    private final Pass pass;
    private final FailureTable failures;
    private final TransactionOperations savepoint;
    private final StepProgress progress;
    private final ResumePoint resumePoint;
    private final Clock clock;

    FetchedWriter(FetchTask<A> task, Pass pass, FetchJobs jobs, StepProgress progress, ResumePoint resumePoint) {
        this.task = task;
        this.pass = pass;
        this.failures = jobs.failures();
        this.savepoint = jobs.savepoint();
        this.clock = jobs.clock();
        this.progress = progress;
        this.resumePoint = resumePoint;
    }

    void write(List<? extends Fetched<A>> chunk) {
        Map<Symbol, A> answers = new LinkedHashMap<>();
        List<Failure> failed = new ArrayList<>();
        Instant now = clock.instant();
        for (Fetched<A> fetched : chunk) {
            Symbol symbol = fetched.symbol();
            fetched.answer()
                    .fold(
                            value -> answers.put(symbol, value),
                            refused -> failed.add(Failure.of(symbol, refused, now)),
                            reasons -> failed.add(Failure.of(symbol, reasons, now)));
        }
        failed.addAll(store(answers, now));
        List<Symbol> had = List.copyOf(answers.keySet());
        if (pass.decides()) {
            failures.save(progress.jobInstanceId(), failed);
            failures.clear(progress.jobInstanceId(), had);
        }
        task.ended(had, failed);
        resumePoint.end(chunk.stream().map(Fetched::symbol).toList());
        progress.advance(resumePoint.position(), resumePoint.ahead(), chunk.size(), counts(answers, failed));
    }

    /** Stores all at once, or else one by one; those that the database refuses are taken out and returned. */
    private List<Failure> store(Map<Symbol, A> answers, Instant now) {
        List<Failure> refused = new ArrayList<>();
        if (refusal(List.copyOf(answers.values())) != null) {
            answers.forEach((symbol, answer) -> {
                String refusal = refusal(List.of(answer));
                if (refusal != null) {
                    String detail = "the database refused the answer of %s: %s".formatted(task.source(answer), refusal);
                    LOG.warn("{}: {}", symbol, detail);
                    refused.add(new Failure(symbol, "refused", detail, false, false, now));
                }
            });
            refused.forEach(failure -> answers.remove(failure.symbol()));
        }
        return refused;
    }

    /** Why the database does not take the answers; null if it took them. */
    private @Nullable String refusal(List<A> answers) {
        try {
            savepoint.executeWithoutResult(status -> task.store(answers));
            return null;
        } catch (NonTransientDataAccessResourceException e) {
            throw e;
        } catch (NonTransientDataAccessException e) {
            LOG.debug("The database refused {} answers", answers.size(), e);
            return String.valueOf(e.getMostSpecificCause().getMessage())
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    private Map<String, Long> counts(Map<Symbol, A> answers, List<Failure> failed) {
        Map<String, Long> counts = new HashMap<>();
        for (A answer : answers.values()) {
            counts.merge(task.counted() + task.source(answer), 1L, Long::sum);
            task.counts(answer).forEach((name, count) -> counts.merge(name, count, Long::sum));
        }
        String prefix = pass.decides() ? "failed." : task.name() + ".failed.";
        failed.forEach(failure -> counts.merge(prefix + failure.reason(), 1L, Long::sum));
        return counts;
    }
}
