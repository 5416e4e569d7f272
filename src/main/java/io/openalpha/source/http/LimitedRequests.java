package io.openalpha.source.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Makes requests with a limit on how many run at once and on how long each may take. Each has a thread of its own: in
 * Java who reads from a socket cannot be interrupted, while who waits for another thread can.
 */
final class LimitedRequests {

    private final HttpClient client;
    private final Semaphore underWay;
    private final Duration longest;
    private final ExecutorService threads;

    /** @param longest duration of a request, from connecting to the last byte; waiting for a turn does not count */
    LimitedRequests(HttpClient client, int concurrency, Duration longest) {
        this.client = client;
        this.underWay = new Semaphore(concurrency, /* fair= */ true);
        this.longest = longest;
        CustomizableThreadFactory factory = new CustomizableThreadFactory("http-");
        factory.setDaemon(true);
        this.threads = Executors.newCachedThreadPool(factory);
    }

    /**
     * What is read from the answer. When this returns, the request is under way no longer: the next one leaves while
     * this answer is made sense of.
     */
    <T> T send(HttpGet request, HttpClientResponseHandler<T> reader) throws IOException, InterruptedException {
        underWay.acquire();
        Future<T> answer = threads.submit(() -> {
            try {
                return client.execute(request, response -> read(response, reader, request));
            } finally {
                underWay.release();
            }
        });
        try {
            return answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new InterruptedIOException("no complete answer within %s ms".formatted(longest.toMillis()));
        } finally {
            // Closes the connection of a request that is still under way.
            request.cancel();
        }
    }

    private static <T> T read(ClassicHttpResponse response, HttpClientResponseHandler<T> reader, HttpGet request)
            throws HttpException, IOException {
        try {
            return reader.handleResponse(response);
        } catch (IOException e) {
            // Or the client would read the rest, which may have no end, to keep the connection.
            request.cancel();
            throw e;
        }
    }
}
