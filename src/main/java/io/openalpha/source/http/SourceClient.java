package io.openalpha.source.http;

import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.Unavailable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriBuilderFactory;

/** Makes GET requests to one source. It follows no redirect and keeps to the limits of {@link HttpSettings}. */
public final class SourceClient {

    private static final byte[] NOTHING = {};

    private final LimitedRequests requests;
    private final UriBuilderFactory urls;
    private final int maxBody;
    private final Clock clock;
    private final Redaction redaction;

    /** @param redaction applied to every text of the source that ends up in a failure */
    public SourceClient(Endpoint endpoint, HttpSettings settings, Redaction redaction, Clock clock) {
        this.requests = new LimitedRequests(
                ServiceConnections.to(endpoint, settings), endpoint.concurrency(), settings.callTimeout());
        this.urls = new DefaultUriBuilderFactory(endpoint.baseUrl().toString());
        this.maxBody = Math.toIntExact(settings.maxBody().toBytes());
        this.redaction = redaction;
        this.clock = clock;
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
            return requests.send(new HttpGet(urls.expand(path, variables)), this::read);
        } catch (IOException e) {
            throw new SourceException(failure(NestedExceptionUtils.getMostSpecificCause(e)));
        }
    }

    private HttpAnswer read(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        try {
            byte[] body = entity == null ? NOTHING : read(entity.getContent(), entity.getContentLength());
            if (body.length > maxBody) {
                throw new SpoiltBodyException("answer is larger than %s bytes".formatted(maxBody));
            }
            Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
            return new HttpAnswer(
                    response.getCode(), retryAfter == null ? null : retryAfter.getValue(), body, redaction, clock);
        } catch (EOFException e) {
            throw new SpoiltBodyException("compressed answer is cut off");
        } catch (ConnectionClosedException | TruncatedChunkException e) {
            throw new SpoiltBodyException("answer is cut off");
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
