package io.openalpha.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Serves one address of a source, with the faults ordered for it. No thread waits for a delayed answer; it is computed
 * while it is due, so that it comes neither sooner nor later than ordered.
 */
final class SourceHandler implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(SourceHandler.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Source source;
    private final Service service;
    private final OrderBook book;
    private final Faults faults;
    private final RequestStatistics statistics;
    private final Sender sender;
    private final Executor threads;

    SourceHandler(
            Source source,
            Service service,
            OrderBook book,
            Faults faults,
            RequestStatistics statistics,
            Sender sender,
            Executor threads) {
        this.source = source;
        this.service = service;
        this.book = book;
        this.faults = faults;
        this.statistics = statistics;
        this.sender = sender;
        this.threads = threads;
    }

    @Override
    public void handle(HttpExchange exchange) {
        long begin = System.nanoTime();
        Map<String, String> parameters = Parameters.of(exchange.getRequestURI());
        String subject = service.subject(exchange.getRequestURI(), parameters);
        RequestCounts requestCounts = statistics.of(source);
        long number = requestCounts.begin(subject);
        OrderBook.Page page = book.page();
        Duration delay = faults.latency(source, subject, number, source.orders(page.orders()));
        Reply reply =
                refusal(exchange, page, requestCounts).orElseGet(() -> replyOrClose(page, subject, number, parameters));
        Duration left = delay.minusNanos(System.nanoTime() - begin);
        if (left.isNegative()) {
            send(exchange, requestCounts, reply);
        } else {
            after(left).execute(() -> send(exchange, requestCounts, reply));
        }
    }

    private Optional<Reply> refusal(HttpExchange exchange, OrderBook.Page page, RequestCounts requestCounts) {
        Outage.Kind outage = page.outage(source);
        if (outage == Outage.Kind.CLOSED) {
            return Optional.of(Reply.none(Reply.Delivery.CLOSED_WITHOUT_AN_ANSWER, "outage"));
        }
        String agent = exchange.getRequestHeaders().getFirst("User-Agent");
        return Faults.refusal(source.orders(page.orders()), outage, requestCounts.withinSecond(), agent)
                .map(Reply::whole);
    }

    /** A defect of the simulator must not look like a slow service. */
    private Reply replyOrClose(OrderBook.Page page, String subject, long number, Map<String, String> parameters) {
        try {
            return reply(page, subject, number, parameters);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "no answer could be made up for " + subject, e);
            return Reply.none(Reply.Delivery.CLOSED_WITHOUT_AN_ANSWER, "simulator-error");
        }
    }

    private Reply reply(OrderBook.Page page, String subject, long number, Map<String, String> parameters) {
        SourceOrders orders = source.orders(page.orders());
        return switch (faults.draw(source, subject, number, orders)) {
            case NONE -> Reply.whole(answer(page, subject, parameters));
            case TRUNCATED -> truncated(answer(page, subject, parameters));
            case SERVER_ERROR -> Reply.whole(faults.serverError(source, subject, number));
            case TOO_MANY_REQUESTS -> Reply.whole(Faults.tooManyRequests(orders, "429"));
            case GARBLED -> Reply.whole(faults.garbled(source, subject, number));
            case RESET -> Reply.none(Reply.Delivery.CLOSED_WITHOUT_AN_ANSWER, "reset");
            case TIMEOUT -> Reply.none(Reply.Delivery.NEVER, "timeout");
        };
    }

    private ServiceResponse answer(OrderBook.Page page, String subject, Map<String, String> parameters) {
        return service.answer(subject, parameters, page.clock().now(), page.orders());
    }

    private static Reply truncated(ServiceResponse whole) {
        ServiceResponse counted =
                new ServiceResponse(whole.status(), whole.contentType(), whole.body(), whole.headers(), "truncated");
        return new Reply(counted, Reply.Delivery.HALF_OF_THE_BODY);
    }

    private void send(HttpExchange exchange, RequestCounts requestCounts, Reply reply) {
        requestCounts.end(reply.answer().outcome());
        try {
            sender.send(exchange, reply);
            if (reply.delivery() == Reply.Delivery.NEVER) {
                after(PATIENCE).execute(exchange::close);
            }
        } catch (IOException callerHasGone) {
            exchange.close();
        }
    }

    private Executor after(Duration delay) {
        return CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, threads);
    }
}
