package io.openalpha.app;

import io.openalpha.run.ProgressDisplay;
import java.time.Clock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every command has: the clock, validated settings, and a way to show progress. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class})
class TerminalConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ProgressDisplay progressDisplay() {
        return Application.onTerminal() ? new TerminalProgress() : ProgressDisplay.NONE;
    }
}
