package io.openalpha.app;

import io.openalpha.database.Cancellation;
import io.openalpha.run.StopSignal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the beans that one command needs, and no others. */
final class Application {

    private static final boolean ON_TERMINAL = "1".equals(System.getenv("OPENALPHA_TERMINAL"));

    private final List<String> settings = new ArrayList<>();
    private final Map<String, Object> beans = new LinkedHashMap<>();

    /** @param stop asks for an orderly end, perhaps before the beans are there */
    Application(StopSignal stop) {
        beans.put("stopSignal", stop);
        beans.put("cancellation", (Cancellation) stop::requested);
    }

    /** Adds a setting, as {@code name=value}, that has precedence over the environment. */
    Application with(String setting) {
        settings.add("--" + setting);
        return this;
    }

    /** Registers an object as a bean. */
    Application with(String name, Object bean) {
        beans.put(name, bean);
        return this;
    }

    /** Whether standard error is a terminal, which shows a progress bar instead of a line a symbol. */
    static boolean onTerminal() {
        return ON_TERMINAL;
    }

    ConfigurableApplicationContext start(Class<?>... configurations) {
        return start(WebApplicationType.NONE, configurations);
    }

    /** Starts a web server, too, and all beans at once, so that faults show before the first request. */
    ConfigurableApplicationContext serve(Class<?>... configurations) {
        with("spring.main.lazy-initialization=false");
        return start(WebApplicationType.SERVLET, configurations);
    }

    private ConfigurableApplicationContext start(WebApplicationType type, Class<?>... configurations) {
        return new SpringApplicationBuilder(TerminalConfiguration.class)
                .sources(configurations)
                .listeners(new LogLevels())
                .initializers(context -> beans.forEach(context.getBeanFactory()::registerSingleton))
                .web(type)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(settings.toArray(String[]::new));
    }
}
