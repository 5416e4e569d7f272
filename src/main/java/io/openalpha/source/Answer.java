package io.openalpha.source;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of asking the sources one question.
 *
 * @param <T> what was asked for, such as a quote
 */
public sealed interface Answer<T> {

    /** A source answered. */
    static <T> Answer<T> answered(T value) {
        return new Answered<>(value);
    }

    /** No source was asked: none may be called now, for these reasons. See {@link SourceChain#untilAvailable()}. */
    static <T> Answer<T> refused(SourceFailures reasons) {
        return new Refused<>(reasons);
    }

    /** Sources were asked, and none answered. */
    static <T> Answer<T> failed(SourceFailures failures) {
        return new Failed<>(failures);
    }

    /** Applies the function for this kind of outcome. */
    <R extends @Nullable Object> R fold(
            Function<? super T, ? extends R> answered,
            Function<? super SourceFailures, ? extends R> refused,
            Function<? super SourceFailures, ? extends R> failed);

    /**
     * The step's answer for the value; a refusal or a failure is kept.
     *
     * @throws InterruptedException if the step does
     */
    <R> Answer<R> then(Step<? super T, R> step) throws InterruptedException;

    /** Makes another answer of a value, for which it may ask the sources again. */
    @FunctionalInterface
    interface Step<T, R> {
        Answer<R> apply(T value) throws InterruptedException;
    }

    /** See {@link #answered}. */
    record Answered<T>(T value) implements Answer<T> {

        @Override
        public <R extends @Nullable Object> R fold(
                Function<? super T, ? extends R> answered,
                Function<? super SourceFailures, ? extends R> refused,
                Function<? super SourceFailures, ? extends R> failed) {
            return answered.apply(value);
        }

        @Override
        public <R> Answer<R> then(Step<? super T, R> step) throws InterruptedException {
            return step.apply(value);
        }
    }

    /** See {@link #refused}. */
    record Refused<T>(SourceFailures reasons) implements Answer<T> {

        @Override
        public <R extends @Nullable Object> R fold(
                Function<? super T, ? extends R> answered,
                Function<? super SourceFailures, ? extends R> refused,
                Function<? super SourceFailures, ? extends R> failed) {
            return refused.apply(reasons);
        }

        @Override
        public <R> Answer<R> then(Step<? super T, R> step) {
            return new Refused<>(reasons);
        }
    }

    /** See {@link #failed}. */
    record Failed<T>(SourceFailures failures) implements Answer<T> {

        @Override
        public <R extends @Nullable Object> R fold(
                Function<? super T, ? extends R> answered,
                Function<? super SourceFailures, ? extends R> refused,
                Function<? super SourceFailures, ? extends R> failed) {
            return failed.apply(failures);
        }

        @Override
        public <R> Answer<R> then(Step<? super T, R> step) {
            return new Failed<>(failures);
        }
    }
}
