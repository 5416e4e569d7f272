package io.openalpha.app;

import io.openalpha.web.FirstSignIn;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Option;

/** Where the service listens. */
final class ServiceOptions {

    @Option(names = "--port", description = "Port to listen on; 0 for any. Default: 8080.")
    private @Nullable Integer port;

    @Option(names = "--management-port", description = "Port of health, info and metrics; 0 for any. Default: 8081.")
    private @Nullable Integer managementPort;

    @Option(
            names = "--host",
            description = "Address to listen on; 0.0.0.0 for every one of this machine. Default: 127.0.0.1.")
    private @Nullable String host;

    Application applyTo(Application application) {
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

    /** Prints where the service is, and how to sign in if no user is configured. */
    static void greet(ApplicationContext context, Terminal terminal) {
        terminal.print(
                "OpenAlpha serves its dashboard at %s, and its API, with a page for that at /swagger-ui.html",
                url(context));
        context.getBeanProvider(FirstSignIn.class)
                .ifAvailable(admin -> terminal.print(
                        "Sign in as %s with the password %s (generated for this run; openalpha.admin.users.*"
                                + " sets your own)",
                        admin.user(), admin.password()));
    }

    private static String url(ApplicationContext context) {
        int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        return "http://%s:%s".formatted(context.getEnvironment().getProperty("server.address"), port);
    }
}
