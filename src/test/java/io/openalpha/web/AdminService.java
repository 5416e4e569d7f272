package io.openalpha.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.database.TestDatabase;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.ml.model.ModelConfiguration;
import io.openalpha.ml.prediction.PredictionConfiguration;
import io.openalpha.ml.prediction.RecordingConfiguration;
import io.openalpha.ops.launch.ProgramCommand;
import io.openalpha.run.RunConfiguration;
import io.openalpha.run.StopSignal;
import io.openalpha.web.dashboard.DashboardConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The admin service on ports of its own, over a database of its own, with one user of each role. */
public final class AdminService implements AutoCloseable {

    /** What every user's password is. */
    public static final String PASSWORD = "correct horse battery staple";

    private static final String HASH = Objects.requireNonNull(new BCryptPasswordEncoder(4).encode(PASSWORD));
    private static final JsonMapper JSON = new JsonMapper();

    private final TestDatabase database = TestDatabase.fresh();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private AdminService(Function<TestDatabase, ProgramCommand> program, List<String> settings) {
        this(program, null, settings);
    }

    private AdminService(
            Function<TestDatabase, ProgramCommand> program,
            @Nullable KubernetesClient kubernetes,
            List<String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "server.port",
                "0",
                "management.server.port",
                "0",
                "spring.main.lazy-initialization",
                "false",
                "openalpha.model.folder",
                "target/test-models/" + System.nanoTime(),
                "openalpha.admin.task-folder",
                "target/test-tasks/" + System.nanoTime(),
                "spring.datasource.url",
                database.url(),
                "spring.datasource.username",
                database.username(),
                "spring.datasource.password",
                database.password()));
        for (String role : List.of("viewer", "operator", "admin")) {
            all.put("openalpha.admin.users.%s.password".formatted(role), HASH);
            all.put("openalpha.admin.users.%s.role".formatted(role), role);
        }
        for (String setting : settings) {
            all.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        context = new SpringApplicationBuilder(Surroundings.class, AdminConfiguration.class)
                .sources(DashboardConfiguration.class)
                .sources(DatabaseConfiguration.class, MarketConfiguration.class)
                .sources(RunConfiguration.class, ModelConfiguration.class)
                .sources(PredictionConfiguration.class, RecordingConfiguration.class)
                .initializers(beans -> {
                    beans.getBeanFactory().registerSingleton("program", program.apply(database));
                    if (kubernetes != null) {
                        beans.getBeanFactory().registerSingleton("kubernetes", kubernetes);
                    }
                })
                .web(WebApplicationType.SERVLET)
                .logStartupInfo(false)
                .run(all.entrySet().stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    /**
     * Whatever job it starts ends at once.
     *
     * @param settings as {@code name=value}
     */
    public static AdminService start(String... settings) {
        return start(new ProgramCommand(List.of("/bin/sh", "-c", "exit 0"), Map.of()), settings);
    }

    /** @param kubernetes the API of the cluster that it believes to be in */
    public static AdminService inCluster(KubernetesClient kubernetes, String... settings) {
        return new AdminService(
                database -> new ProgramCommand(List.of("false"), Map.of()), kubernetes, List.of(settings));
    }

    /** @param program what it starts as a job */
    public static AdminService start(ProgramCommand program, String... settings) {
        return new AdminService(database -> program, List.of(settings));
    }

    /** The jobs that it starts are OpenAlpha's own. */
    public static AdminService startWithJobs(String... settings) {
        return startWithJobs(Map.of(), settings);
    }

    /** @param environment of the jobs, besides the database */
    public static AdminService startWithJobs(Map<String, String> environment, String... settings) {
        return new AdminService(database -> openAlpha(database, environment), List.of(settings));
    }

    private static ProgramCommand openAlpha(TestDatabase database, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.putAll(Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password(),
                "OPENALPHA_HOME", "target/test-tasks"));
        return new ProgramCommand(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.openalpha.OpenAlpha"),
                environment);
    }

    public ApplicationContext context() {
        return context;
    }

    public TestDatabase database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The address of a path of the service. */
    public URI uri(String path) {
        return at("local.server.port", path);
    }

    /** The address of a path of the actuator. */
    public URI management(String path) {
        return at("local.management.port", path);
    }

    private URI at(String port, String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty(port) + path);
    }

    /** Sends a request as a user with HTTP Basic. */
    public HttpResponse<String> get(String user, String path, String... headers) {
        return send(as(user, HttpRequest.newBuilder(uri(path)), headers));
    }

    /** Sends JSON as a user with HTTP Basic. */
    public HttpResponse<String> postJson(String user, String path, String json) {
        return send(as(user, HttpRequest.newBuilder(uri(path)), "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends an empty POST as a user with HTTP Basic. */
    public HttpResponse<String> post(String user, String path, String... headers) {
        return send(as(user, HttpRequest.newBuilder(uri(path)), headers).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Adds a user's credentials and more headers, by name and value. */
    public static HttpRequest.Builder as(String user, HttpRequest.Builder request, String... headers) {
        request.header("Authorization", basic(user, PASSWORD));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    /** A value of the header {@code Authorization}. */
    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    /** What the command line adds. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class})
    static class Surroundings {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        StopSignal stopSignal() {
            return new StopSignal();
        }
    }
}
