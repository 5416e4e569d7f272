package io.openalpha.cli;

import io.openalpha.admin.AdminConfiguration;
import io.openalpha.admin.FirstSignIn;
import io.openalpha.dashboard.DashboardConfiguration;
import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.model.ModelConfiguration;
import io.openalpha.prediction.PredictionConfiguration;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunConfiguration;
import io.openalpha.run.StopSignal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    private static final Class<?>[] BEANS = {
        DatabaseConfiguration.class,
        MarketConfiguration.class,
        RunConfiguration.class,
        ModelConfiguration.class,
        PredictionConfiguration.class,
        AdminConfiguration.class,
        DashboardConfiguration.class
    };

    @Option(names = "--port", description = "Port to listen on; 0 for any. Default: 8080.")
    private @Nullable Integer port;

    @Option(names = "--management-port", description = "Port of health, info and metrics; 0 for any. Default: 8081.")
    private @Nullable Integer managementPort;

    @Option(
            names = "--host",
            description = "Address to listen on; 0.0.0.0 for every one of this machine. Default: 127.0.0.1.")
    private @Nullable String host;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        StopSignal stop = new StopSignal();
        Signals.onFirst(stop::request);
        try (ConfigurableApplicationContext context = application(stop).serve(BEANS)) {
            greet(context);
            while (!stop.await(Duration.ofHours(1))) {
                spec.commandLine().getErr().flush();
            }
        }
        return ExitCode.DONE.code();
    }

    private Application application(StopSignal stop) {
        Application application = new Application(stop);
        set(application, "server.port", port);
        set(application, "management.server.port", managementPort);
        set(application, "server.address", host);
        return application;
    }

    private static void set(Application application, String setting, @Nullable Object value) {
        if (value != null) {
            application.with(setting + "=" + value);
        }
    }

    private void greet(ConfigurableApplicationContext context) {
        PrintWriter out = spec.commandLine().getOut();
        Environment settings = context.getEnvironment();
        out.printf("OpenAlpha serves http://%s:%d%n", settings.getProperty("server.address"), port(context));
        context.getBeanProvider(FirstSignIn.class)
                .ifAvailable(admin -> out.printf(
                        "Sign in as %s with the password %s (made up for this run; openalpha.admin.users.* sets your own)%n",
                        admin.user(), admin.password()));
        out.flush();
    }

    private static int port(ConfigurableApplicationContext context) {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }
}
