package io.openalpha.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.openalpha.format.Json;
import java.io.IOException;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders and statistics over HTTP; never subject to a fault. */
final class ControlHandler implements HttpHandler {

    private final Simulator simulator;
    private final Sender sender;

    ControlHandler(Simulator simulator, Sender sender) {
        this.simulator = simulator;
        this.sender = sender;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        sender.send(exchange, Reply.whole(answer(exchange)));
    }

    private ServiceResponse answer(HttpExchange exchange) throws IOException {
        String asked =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        try {
            return switch (asked) {
                case "GET /simulator/orders" -> json(simulator.orders());
                case "GET /simulator/stats" -> json(simulator.stats());
                case "PUT /simulator/orders" -> change(Json.MAPPER.readTree(exchange.getRequestBody()));
                case "POST /simulator/reset" -> reset();
                default -> ServiceResponse.text(404, "text/plain", "no such order: " + asked + "\n", "control");
            };
        } catch (JacksonException | IllegalArgumentException e) {
            return ServiceResponse.text(400, "text/plain", reason(e) + "\n", "control");
        }
    }

    /** What the body names is changed; everything else stays as it is. */
    private ServiceResponse change(JsonNode body) {
        if (!(body instanceof ObjectNode changes)) {
            throw new IllegalArgumentException("orders must be a JSON object");
        }
        ObjectNode orders = Json.MAPPER.valueToTree(simulator.orders());
        merge(orders, changes);
        simulator.order(Json.MAPPER.treeToValue(orders, SimulatorOrders.class));
        return json(simulator.orders());
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (target.get(change.getKey()) instanceof ObjectNode inner
                    && change.getValue() instanceof ObjectNode more) {
                merge(inner, more);
            } else {
                target.set(change.getKey(), change.getValue());
            }
        }
    }

    private ServiceResponse reset() {
        simulator.reset();
        return json(simulator.orders());
    }

    private static ServiceResponse json(Object value) {
        return ServiceResponse.json(200, Json.MAPPER.writeValueAsBytes(value), "control");
    }

    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof IllegalArgumentException)) {
            cause = cause.getCause();
        }
        String message = cause instanceof JacksonException jackson ? jackson.getOriginalMessage() : cause.getMessage();
        return message == null ? "orders cannot be read" : message;
    }
}
