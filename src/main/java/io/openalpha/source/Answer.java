package io.openalpha.source;

import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import io.openalpha.source.guard.FailurePolicy;
import io.openalpha.source.wire.History;
import io.openalpha.source.wire.SourceFailure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of asking the sources for one symbol. */
public sealed interface Answer {

    /** A source gave a quote. */
    record Answered(Quote quote) implements Answer {}

    /** A source gave daily bars. */
    record AnsweredHistory(History history) implements Answer {}

    /** None was asked: every source is being left alone for now. See {@link SourceChain#untilAvailable()}. */
    record Refused(Symbol symbol) implements Answer {}

    /**
     * None did.
     *
     * @param failures why, by the name of the source, in the order in which they were asked; at least one
     */
    record Unanswered(Symbol symbol, Map<String, SourceFailure> failures) implements Answer {

        /** @throws IllegalArgumentException if there is no failure */
        public Unanswered {
            if (failures.isEmpty()) {
                throw new IllegalArgumentException("%s is unanswered without a failure".formatted(symbol));
            }
            failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
        }

        /** The reason of the source that was asked first, as in {@link SourceFailure#reason()}. */
        public String reason() {
            return failures.values().iterator().next().reason();
        }

        /** What each source said, for people. */
        public String detail() {
            return failures.entrySet().stream()
                    .map(failure -> failure.getKey() + ": " + failure.getValue().detail())
                    .collect(Collectors.joining("; "));
        }

        /** Whether a source that failed may well answer a little later. */
        public boolean worthRetrying() {
            return failures.values().stream()
                    .anyMatch(failure -> FailurePolicy.of(failure).isRetried());
        }
    }
}
