package io.openalpha.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.openalpha.source.ScriptedServer;
import io.openalpha.source.Settings;
import io.openalpha.source.wire.SourceException;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.InvalidRequest;
import io.openalpha.source.wire.SourceFailure.RateLimited;
import io.openalpha.source.wire.SourceFailure.Unauthorized;
import io.openalpha.source.wire.SourceFailure.Unavailable;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

@Timeout(60)
class SourceClientTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-03T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final ScriptedServer server = new ScriptedServer();
    private final CountDownLatch over = new CountDownLatch(1);
    private final SourceClient client = client(Settings.http());

    @AfterEach
    void stop() {
        over.countDown();
        server.close();
    }

    @Test
    void variablesAreEncodedAndHeadersSent() throws Exception {
        server.answers(200, "{}");

        client.get("/chart/{symbol}?q={q}", "^GSPC", "INR=X&a b");

        assertThat(server.requests()).containsExactly("/chart/%5EGSPC?q=INR%3DX%26a%20b");
        assertThat(server.lastHeader("User-Agent")).isEqualTo("Tests/1.0");
        assertThat(server.lastHeader("Accept-Encoding")).contains("gzip");
    }

    @Test
    void aCompressedBodyWithAByteOrderMarkIsRead() throws Exception {
        server.handles(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            ScriptedServer.answer(200, gzip("\uFEFF{\"a\": NaN}")).handle(exchange);
        });

        assertThat(client.get("/").json().path("a").doubleValue()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{\"a\":", "<html>", "Too Many Requests", "{} {}", "{\"a\":1,\"a\":2}"})
    void whatIsNotOneJsonValueIsGarbled(String body) throws Exception {
        server.answers(200, body);

        assertThat(failure(() -> client.get("/").json())).isInstanceOf(Garbled.class);
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        server.handles(exchange -> {
            exchange.getResponseHeaders().set("Location", server.uri() + "/consent");
            exchange.sendResponseHeaders(307, -1);
        });

        assertThat(client.get("/").failure()).isInstanceOf(Unavailable.class);
        assertThat(server.requests()).containsExactly("/");
    }

    @ParameterizedTest
    @CsvSource({
        "401,Unauthorized",
        "403,Unauthorized",
        "404,Garbled",
        "408,Unavailable",
        "429,RateLimited",
        "400,InvalidRequest",
        "422,InvalidRequest",
        "500,Unavailable",
        "503,Unavailable",
        "302,Unavailable",
        "204,Unavailable"
    })
    void eachStatusHasItsMeaning(int status, String meaning) throws Exception {
        server.answers(status, status == 204 ? "" : "why");

        assertThat(client.get("/").failure().getClass().getSimpleName()).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "120,PT2M",
        "'Tue, 03 Mar 2026 12:00:30 GMT',PT30S",
        "'Tue, 03 Mar 2026 11:00:00 GMT',PT0S",
        "soon,",
        "-5,",
        ","
    })
    void retryAfterIsReadInBothItsForms(String header, Duration expected) throws Exception {
        server.handles(exchange -> {
            if (header != null) {
                exchange.getResponseHeaders().set("Retry-After", header);
            }
            ScriptedServer.answer(429, "Edge: Too Many Requests").handle(exchange);
        });

        SourceFailure failure = client.get("/").failure();

        assertThat(failure.detail()).isEqualTo("HTTP 429 Edge: Too Many Requests");
        assertThat(((RateLimited) failure).retryAfter()).isEqualTo(expected);
    }

    @Test
    void aBodyOverTenMegabytesIsRefusedWhileItIsRead() {
        byte[] block = " ".repeat(1 << 20).getBytes(UTF_8);
        server.handles(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (over.getCount() > 0) {
                exchange.getResponseBody().write(block);
            }
        });

        assertThat(failure(() -> client.get("/")))
                .isInstanceOf(Garbled.class)
                .hasToString("Garbled[detail=answer is larger than 10485760 bytes]");
    }

    @Test
    void aBodyThatIsSmallOnlyWhileCompressedIsRefusedToo() {
        server.handles(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            ScriptedServer.answer(200, gzip(" ".repeat(11 << 20))).handle(exchange);
        });

        assertThat(failure(() -> client.get("/"))).isInstanceOf(Garbled.class);
    }

    @Test
    void aBodyThatIsCutOffIsGarbled() {
        server.handles(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("{\"chart\":".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("cut off");
        });

        assertThat(failure(() -> client.get("/"))).isEqualTo(new Garbled("answer is cut off"));
    }

    @Test
    void aCompressedBodyThatIsCutOffOrBrokenIsGarbled() {
        server.handles(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            byte[] whole = gzip("[1,2,3,4,5,6,7,8,9]");
            ScriptedServer.answer(200, Arrays.copyOf(whole, whole.length / 2)).handle(exchange);
        });
        assertThat(failure(() -> client.get("/"))).isInstanceOf(Garbled.class);

        server.handles(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            ScriptedServer.answer(200, "this is not compressed").handle(exchange);
        });
        assertThat(failure(() -> client.get("/"))).isInstanceOf(Garbled.class);
    }

    @Test
    void aChunkThatIsCutOffIsGarbled() throws Exception {
        try (ServerSocket raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread service = new Thread(() -> cutAChunkOff(raw));
            service.start();
            URI address = URI.create("http://127.0.0.1:" + raw.getLocalPort());
            SourceClient cut = new SourceClient(new Endpoint(address, "", 1), Settings.http(), Redaction.NONE, CLOCK);

            assertThat(failure(() -> cut.get("/"))).isEqualTo(new Garbled("answer is cut off"));
            service.join();
        }
    }

    private static void cutAChunkOff(ServerSocket raw) {
        try (Socket caller = raw.accept()) {
            BufferedReader request = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
            while (!request.readLine().isEmpty()) {}
            caller.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{".getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aHeadWithoutEndIsNotReadToIt() {
        server.handles(exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "x".repeat(1 << 20));
            ScriptedServer.answer(200, "{}").handle(exchange);
        });

        assertThat(failure(() -> client.get("/"))).isInstanceOf(Unavailable.class);
    }

    @Test
    void aConnectionServesOneRequestAfterTheOtherEvenAfterAFailure() throws Exception {
        Set<Integer> ports = ConcurrentHashMap.newKeySet();
        server.handles(exchange -> {
            ports.add(exchange.getRemoteAddress().getPort());
            ScriptedServer.answer(500, "why").handle(exchange);
        });

        for (int i = 0; i < 3; i++) {
            assertThat(client.get("/").status()).isEqualTo(500);
        }
        assertThat(ports).hasSize(1);
    }

    @Test
    void nothingIsAskedTwiceUnasked() throws Exception {
        server.handles(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "0");
            ScriptedServer.answer(503, "").handle(exchange);
        });
        assertThat(client.get("/").status()).isEqualTo(503);
        server.handles(HttpExchange::close);
        assertThat(failure(() -> client.get("/"))).isInstanceOf(Unavailable.class);

        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aBodyThatDripsDoesNotOutlastTheCall() {
        server.handles(this::drip);
        SourceClient hurried = client(new HttpSettings(Settings.LONG, Settings.LONG, SHORT, DataSize.ofMegabytes(10)));

        assertThat(failure(() -> hurried.get("/"))).isInstanceOf(Unavailable.class);
    }

    @Test
    void anAnswerThatDoesNotBeginInTimeIsNotWaitedFor() {
        server.handles(exchange -> awaitEnd());
        SourceClient hurried = client(new HttpSettings(Settings.LONG, SHORT, Settings.LONG, DataSize.ofMegabytes(10)));

        assertThat(failure(() -> hurried.get("/"))).isInstanceOf(Unavailable.class);
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() {
        server.close();

        assertThat(failure(() -> client.get("/"))).isInstanceOf(Unavailable.class);
    }

    @Test
    void aConnectionThatIsClosedWithoutAnAnswerIsUnavailable() {
        server.handles(HttpExchange::close);

        assertThat(failure(() -> client.get("/"))).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWaitingThreadCanBeInterrupted(boolean whileReading) throws Exception {
        server.handles(exchange -> {
            if (whileReading) {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().flush();
            }
            awaitEnd();
        });
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                client.get("/");
            } catch (InterruptedException | SourceException e) {
                thrown.set(e);
            }
        });
        caller.start();
        await().until(() -> !server.requests().isEmpty() && caller.getState() != Thread.State.RUNNABLE);

        caller.interrupt();
        caller.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void theSecretIsCutOutOfWhatTheServerSays() throws Exception {
        server.answers(400, " ".repeat(90) + "your key s3cr/t is " + "x".repeat(200) + "s3cr%2Ft");

        assertThat(client.get("/").failure())
                .isInstanceOf(InvalidRequest.class)
                .extracting(SourceFailure::detail)
                .asString()
                .startsWith("HTTP 400 your key *** is xx")
                .hasSizeLessThan(200);
        assertThat(new Redaction("s3cr/t")).hasToString("Redaction");
        assertThat(new Redaction("s3cr/t").apply("s3cr%2Ft")).isEqualTo("***");
    }

    @Test
    void aRefusalNamesTheStatus() throws Exception {
        server.answers(401, "{}");

        assertThat(client.get("/").failure()).isEqualTo(new Unauthorized("HTTP 401 {}"));
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        while (over.getCount() > 0) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
        }
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void noMoreRequestsAreUnderWayThanAllowed() throws Exception {
        Semaphore arrived = new Semaphore(0);
        Semaphore answers = new Semaphore(0);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        server.handles(exchange -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            arrived.release();
            answers.acquireUninterruptibly();
            underWay.decrementAndGet();
            ScriptedServer.answer(200, "{}").handle(exchange);
        });
        SourceClient two = client(Settings.http(), 2);
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try {
            List<Future<HttpAnswer>> calls = Collections.nCopies(6, 0).stream()
                    .map(i -> callers.submit(() -> two.get("/")))
                    .toList();
            arrived.acquire(2);
            answers.release(6);
            for (Future<HttpAnswer> call : calls) {
                assertThat(call.get().status()).isEqualTo(200);
            }
            assertThat(most).hasValue(2);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void aCallerThatIsInterruptedWhileItWaitsForItsTurnMakesNoRequest() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        server.handles(exchange -> {
            arrived.countDown();
            awaitEnd();
        });
        SourceClient one = client(Settings.http(), 1);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            var first = callers.submit(() -> one.get("/first"));
            arrived.await();
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> one.get("/second")).isInstanceOf(InterruptedException.class);
            assertThat(server.requests()).containsExactly("/first");
            assertThat(first).isNotDone();
        } finally {
            callers.shutdownNow();
        }
    }

    private SourceClient client(HttpSettings settings) {
        return client(settings, 20);
    }

    private SourceClient client(HttpSettings settings, int concurrency) {
        return new SourceClient(
                new Endpoint(server.uri(), "Tests/1.0", concurrency), settings, new Redaction("s3cr/t"), CLOCK);
    }

    private static SourceFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(SourceException.class, call).failure();
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
