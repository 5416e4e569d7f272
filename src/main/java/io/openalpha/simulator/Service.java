package io.openalpha.simulator;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** One address that is served. */
interface Service {

    /** The symbol, or symbols, that a request is about, as the caller spelt them. */
    String subject(URI uri, Map<String, String> parameters);

    ServiceResponse answer(String subject, Map<String, String> parameters, Instant now, SimulatorOrders orders);
}
