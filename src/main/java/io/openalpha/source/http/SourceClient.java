package io.openalpha.source.http;

import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.Unavailable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Makes GET requests to one source. It follows no redirect and keeps to the limits of {@link HttpSettings}. */
public final class SourceClient {

    private final RestClient rest;
    private final int maxBody;
    private final Clock clock;
    private final Redaction redaction;

    /** @param redaction applied to every text of the source that ends up in a failure */
    public SourceClient(Endpoint endpoint, HttpSettings settings, Redaction redaction, Clock clock) {
        this.rest = RestClient.builder()
                .requestFactory(requestFactory(endpoint, settings))
                .baseUrl(endpoint.baseUrl().toString())
                .defaultHeader(HttpHeaders.USER_AGENT, endpoint.userAgent())
                .defaultHeader(HttpHeaders.ACCEPT, "application/json")
                .build();
        this.maxBody = Math.toIntExact(settings.maxBody().toBytes());
        this.redaction = redaction;
        this.clock = clock;
    }

    private static JdkClientHttpRequestFactory requestFactory(Endpoint endpoint, HttpSettings settings) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(Redirect.NEVER)
                .build();
        var factory = new JdkClientHttpRequestFactory(new LimitedHttpClient(
                client,
                new Semaphore(endpoint.concurrency(), /* fair= */ true),
                settings.readTimeout(),
                settings.maxBody().toBytes()));
        factory.setReadTimeout(settings.callTimeout());
        factory.enableCompression(true);
        return factory;
    }

    /**
     * The answer to a GET request, whatever its status.
     *
     * @param path path and query below the base URL, with variables in braces
     * @param variables their values, encoded here
     * @throws SourceException if no complete answer came within the limits
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    public HttpAnswer get(String path, Object... variables) throws SourceException, InterruptedException {
        try {
            return rest.get().uri(path, variables).exchangeForRequiredValue((request, response) -> read(response));
        } catch (ResourceAccessException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while waiting for an answer");
            }
            throw new SourceException(failure(e.getMostSpecificCause()));
        }
    }

    private HttpAnswer read(ClientHttpResponse response) throws IOException {
        try (InputStream stream = response.getBody()) {
            byte[] body = read(stream, response.getHeaders().getContentLength());
            if (body.length > maxBody) {
                throw WholeBody.tooLarge(maxBody);
            }
            return new HttpAnswer(response.getStatusCode().value(), response.getHeaders(), body, redaction, clock);
        } catch (EOFException e) {
            throw new SpoiltBodyException("compressed answer is cut off");
        }
    }

    /** Histories are large: one that is as long as announced is put together once, not piece by piece. */
    private byte[] read(InputStream stream, long announced) throws IOException {
        byte[] body = new byte[(int) Math.max(0, Math.min(announced, maxBody))];
        int size = stream.readNBytes(body, 0, body.length);
        byte[] rest = stream.readNBytes(maxBody + 1 - size);
        if (size == body.length && rest.length == 0) {
            return body;
        }
        byte[] whole = Arrays.copyOf(body, size + rest.length);
        System.arraycopy(rest, 0, whole, size, rest.length);
        return whole;
    }

    private SourceFailure failure(Throwable root) {
        if (root instanceof SpoiltBodyException spoilt) {
            return new Garbled(spoilt.complaint());
        }
        if (root instanceof ZipException) {
            return new Garbled("answer cannot be decompressed");
        }
        String message = root.getMessage();
        String name = root.getClass().getSimpleName();
        return new Unavailable(redaction.apply(message == null ? name : name + ": " + message));
    }
}
