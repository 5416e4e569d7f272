package io.openalpha.source.http;

import java.io.EOFException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/**
 * Hands a body on only when all of it has come. Whoever reads it as a stream then never blocks, which matters because Java 17's
 * stream of a response cannot be interrupted, while waiting for the response can.
 */
final class WholeBody<T> implements BodySubscriber<T> {

    private final BodySubscriber<T> reader;
    private final long maxBytes;
    private final List<ByteBuffer> parts = new ArrayList<>();
    private final CompletableFuture<BodySubscriber<T>> complete = new CompletableFuture<>();
    private @Nullable Subscription subscription;
    private long bytes;

    WholeBody(BodySubscriber<T> reader, long maxBytes) {
        this.reader = reader;
        this.maxBytes = maxBytes;
    }

    @Override
    public CompletionStage<T> getBody() {
        return complete.thenCompose(BodySubscriber::getBody);
    }

    @Override
    public void onSubscribe(Subscription upstream) {
        subscription = upstream;
        upstream.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> received) {
        if (complete.isDone()) {
            return;
        }
        parts.addAll(received);
        bytes += received.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytes > maxBytes && subscription != null) {
            subscription.cancel();
            parts.clear();
            complete.completeExceptionally(tooLarge(maxBytes));
        }
    }

    @Override
    public void onError(Throwable failure) {
        boolean cutOff = NestedExceptionUtils.getMostSpecificCause(failure) instanceof EOFException;
        complete.completeExceptionally(cutOff ? new SpoiltBodyException("answer is cut off") : failure);
    }

    @Override
    public void onComplete() {
        reader.onSubscribe(new NothingMore());
        if (!parts.isEmpty()) {
            reader.onNext(List.copyOf(parts));
        }
        reader.onComplete();
        complete.complete(reader);
    }

    static SpoiltBodyException tooLarge(long maxBytes) {
        return new SpoiltBodyException("answer is larger than %d bytes".formatted(maxBytes));
    }

    /** The reader is given everything without asking. */
    private static final class NothingMore implements Subscription {

        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }
}
