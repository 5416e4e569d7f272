package io.openalpha.app;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.ml.model.ModelConfiguration;
import io.openalpha.ml.prediction.PredictionConfiguration;
import io.openalpha.ml.prediction.RecordingConfiguration;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunConfiguration;
import io.openalpha.run.StopSignal;
import io.openalpha.web.AdminConfiguration;
import io.openalpha.web.dashboard.DashboardConfiguration;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code openalpha serve}: the admin service, until Ctrl-C. */
@Command(
        name = "serve",
        description = {
            "Serves market data, models and the administration over HTTP, until Ctrl-C.",
            "The OpenAPI document is at /v3/api-docs, and a page for it at /swagger-ui.html."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    static final Class<?>[] BEANS = {
        DatabaseConfiguration.class,
        MarketConfiguration.class,
        RunConfiguration.class,
        ModelConfiguration.class,
        PredictionConfiguration.class,
        RecordingConfiguration.class,
        AdminConfiguration.class,
        DashboardConfiguration.class
    };

    @Mixin
    private final ServiceOptions options = new ServiceOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        StopSignal stop = new StopSignal();
        Signals.onFirst(stop::request);
        try (ConfigurableApplicationContext context =
                options.applyTo(new Application(stop)).serve(BEANS)) {
            ServiceOptions.greet(context, spec.commandLine().getOut());
            while (!stop.await(Duration.ofHours(1))) {
                spec.commandLine().getErr().flush();
            }
        }
        return ExitCode.DONE.code();
    }
}
