package io.openalpha.ops.telemetry;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.database.TestDatabase;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.run.RunConfiguration;
import io.openalpha.run.StopSignal;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The context of a batch command that says how it is doing. */
final class BatchCommand {

    private BatchCommand() {}

    static ApplicationContextRunner on(TestDatabase database, Class<?> telemetry) {
        return new ApplicationContextRunner()
                .withInitializer(
                        context -> context.getEnvironment().setConversionService(new ApplicationConversionService()))
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
                .withUserConfiguration(DatabaseConfiguration.class, MarketConfiguration.class)
                .withUserConfiguration(RunConfiguration.class, telemetry)
                .withBean(StopSignal.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.username(),
                        "spring.datasource.password=" + database.password());
    }
}
