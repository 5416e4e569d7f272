package io.openalpha.app;

import io.openalpha.run.ExitCode;
import io.openalpha.run.StopSignal;
import io.openalpha.simulator.Simulator;
import io.openalpha.simulator.SimulatorOptions;
import io.openalpha.simulator.SimulatorOrders;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code openalpha simulate}: the simulated market on a port, until Ctrl-C. */
@Command(
        name = "simulate",
        description = {
            "Serves a simulated Yahoo Finance and Alpha Vantage over one made-up market, until Ctrl-C.",
            "Orders can be changed while it runs: GET and PUT /simulator/orders."
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8790", description = "Port to listen on; 0 for any. Default: 8790.")
    private int port;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on. Default: 127.0.0.1.")
    @SuppressWarnings("NullAway.Init")
    private String host;

    @Option(names = "--seed", defaultValue = "42", description = "The same seed makes the same market. Default: 42.")
    private long seed;

    @Option(names = "--no-gzip", description = "Never compress answers, also for callers that accept it.")
    private boolean noGzip;

    @Mixin
    private final SimulatedFaults faults = new SimulatedFaults();

    @Mixin
    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() throws InterruptedException {
        StopSignal stop = new StopSignal();
        Signals.onFirst(stop::request);
        SimulatorOptions options = SimulatorOptions.defaults()
                .withHost(host)
                .withPort(port)
                .withSeed(seed)
                .withOrders(orders());
        try (Simulator simulator = start(noGzip ? options.withoutGzip() : options)) {
            terminal.print("OPENALPHA_SOURCE_YAHOO_BASE_URL=%s", simulator.yahooUrl());
            terminal.print("OPENALPHA_SOURCE_ALPHAVANTAGE_BASE_URL=%s", simulator.alphaVantageUrl());
            stop.await();
        }
        return ExitCode.DONE.code();
    }

    private Simulator start(SimulatorOptions options) {
        try {
            return Simulator.start(options);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("port %s of %s cannot be used: %s".formatted(port, host, e.getMessage()));
        }
    }

    private SimulatorOrders orders() {
        try {
            return faults.orders();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
