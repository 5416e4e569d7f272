package io.openalpha.app;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Sets how much is logged by {@code openalpha.log-level}, before the first line is. Libraries stay two levels behind
 * OpenAlpha itself, and those that write secrets stay off at every level: {@code application.yaml} names them. A level
 * of a single logger that the user sets has precedence.
 */
final class LogLevels implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    static final String SETTING = "openalpha.log-level";

    private static final String OPENALPHA = "io.openalpha";
    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");
    private static final List<String> LIBRARIES = List.of(
            "com.zaxxer.hikari",
            "org.flywaydb",
            "org.postgresql",
            "org.springdoc",
            "org.springframework.batch",
            "org.springframework.boot",
            "org.springframework.boot.web.server",
            "org.springframework.context",
            "org.springframework.jdbc.core",
            "org.springframework.transaction",
            "org.tribuo");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        String level = environment.getProperty(SETTING, "info").toLowerCase(Locale.ROOT);
        if (!LEVELS.contains(level)) {
            throw new UsageException(
                    "setting %s (OPENALPHA_LOG_LEVEL) is '%s' but must be one of %s".formatted(SETTING, level, LEVELS));
        }
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("logLevels", settings(level)));
    }

    private static Map<String, Object> settings(String level) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(name(OPENALPHA), level);
        switch (level) {
            case "error" -> settings.put(name("root"), "error");
            case "debug" -> LIBRARIES.forEach(library -> settings.put(name(library), "info"));
            case "trace" -> LIBRARIES.forEach(library -> settings.put(name(library), "debug"));
            default -> {
                if (Application.onTerminal()) {
                    settings.put(name(OPENALPHA + ".source"), "warn");
                }
            }
        }
        return settings;
    }

    private static String name(String logger) {
        return "logging.level." + logger;
    }

    /** After the environment is complete, and before Spring Boot sets up logging. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 15;
    }
}
