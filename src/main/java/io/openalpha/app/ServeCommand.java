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
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() throws InterruptedException {
        try (ConfigurableApplicationContext context =
                options.applyTo(terminal.stoppableApplication()).serve(BEANS)) {
            ServiceOptions.greet(context, terminal);
            context.getBean(StopSignal.class).await();
        }
        return ExitCode.DONE.code();
    }
}
