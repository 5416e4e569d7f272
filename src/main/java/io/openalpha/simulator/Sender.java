package io.openalpha.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Puts replies on the wire, compressed where the caller asks for it. */
final class Sender {

    private static final int WORTH_COMPRESSING = 1024;

    private final boolean gzip;

    Sender(boolean gzip) {
        this.gzip = gzip;
    }

    /** @throws IOException if the caller has gone */
    void send(HttpExchange exchange, Reply reply) throws IOException {
        switch (reply.delivery()) {
            case WHOLE -> send(exchange, reply.answer(), false);
            case HALF_OF_THE_BODY -> send(exchange, reply.answer(), true);
            case CLOSED_WITHOUT_AN_ANSWER -> exchange.close();
            case NEVER -> {}
        }
    }

    private void send(HttpExchange exchange, ServiceResponse answer, boolean half) throws IOException {
        byte[] body = answer.body();
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        if (body.length >= WORTH_COMPRESSING && mayCompress(exchange)) {
            body = compressed(body);
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, half ? body.length / 2 : body.length);
        out.flush();
        exchange.close();
    }

    private boolean mayCompress(HttpExchange exchange) {
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        return gzip && accepted != null && accepted.contains("gzip");
    }

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream gzip = new FastGzip(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }

    /** A benchmark's processor time should go to what is measured, not to us. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
