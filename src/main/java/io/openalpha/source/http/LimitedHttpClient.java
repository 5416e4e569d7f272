package io.openalpha.source.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * Gives requests limits that Spring's request factory does not know: how many may be under way at once, how long an answer may
 * take to begin, and how large it may be. Only complete answers are handed on, and with its last byte a request no longer counts
 * as under way: the next one leaves while an answer is being read.
 */
final class LimitedHttpClient extends HttpClient {

    private final HttpClient client;
    private final Semaphore underWay;
    private final Duration readTimeout;
    private final long maxBytes;

    LimitedHttpClient(HttpClient client, Semaphore underWay, Duration readTimeout, long maxBytes) {
        this.client = client;
        this.underWay = underWay;
        this.readTimeout = readTimeout;
        this.maxBytes = maxBytes;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        underWay.acquire();
        try {
            return client.send(limited(request), limited(handler));
        } finally {
            underWay.release();
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return counted(() -> client.sendAsync(limited(request), limited(handler)));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushes) {
        return counted(() -> client.sendAsync(limited(request), limited(handler), pushes));
    }

    /** Waits on the caller's thread, so that the time does not count against the request. */
    private <T> CompletableFuture<T> counted(Supplier<CompletableFuture<T>> request) {
        try {
            underWay.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(new InterruptedIOException("interrupted before the request"));
        }
        CompletableFuture<T> answer = request.get();
        // Not what this returns, for a cancellation of that would not reach the request.
        var unused = answer.whenComplete((value, failure) -> underWay.release());
        return answer;
    }

    private HttpRequest limited(HttpRequest request) {
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .timeout(readTimeout)
                .build();
    }

    private <T> BodyHandler<T> limited(BodyHandler<T> handler) {
        return answer -> new WholeBody<>(handler.apply(answer), maxBytes);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }
}
