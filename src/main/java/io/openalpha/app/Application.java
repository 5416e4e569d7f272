package io.openalpha.app;

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

    Application() {
        this(new StopSignal());
    }

    /** @param stop told by somebody who may not wait until the beans are there */
    Application(StopSignal stop) {
        beans.put("stopSignal", stop);
    }

    /** Settings that count more than the environment's, as {@code name=value}. */
    Application with(String setting) {
        settings.add("--" + setting);
        return this;
    }

    /** An object that others are given, by the name under which it is registered. */
    Application with(String name, Object bean) {
        beans.put(name, bean);
        return this;
    }

    /** Whether a person watches; then a progress bar tells more than a line a symbol. */
    static boolean onTerminal() {
        return ON_TERMINAL;
    }

    ConfigurableApplicationContext start(Class<?>... configurations) {
        return start(WebApplicationType.NONE, configurations);
    }

    /** Starts a web server, too; everything is made at once, so that what is wrong is found before the first request. */
    ConfigurableApplicationContext serve(Class<?>... configurations) {
        with("spring.main.lazy-initialization=false");
        return start(WebApplicationType.SERVLET, configurations);
    }

    private ConfigurableApplicationContext start(WebApplicationType type, Class<?>... configurations) {
        if (ON_TERMINAL) {
            with("logging.level.io.openalpha.source=warn");
        }
        return new SpringApplicationBuilder(TerminalConfiguration.class)
                .sources(configurations)
                .initializers(context -> beans.forEach(context.getBeanFactory()::registerSingleton))
                .web(type)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(settings.toArray(String[]::new));
    }
}
