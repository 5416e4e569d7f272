package io.openalpha.web.dashboard.page;

import io.openalpha.ops.audit.AuditLog;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What all pages share. */
@Configuration(proxyBeanMethods = false)
@Import({ErrorPages.class, Frame.class, SignInPage.class})
public class PageConfiguration {

    @Bean
    DisplayFormat words(Clock clock) {
        return new DisplayFormat(clock);
    }

    @Bean
    AuditedActions pageActs(AuditLog log) {
        return new AuditedActions(log);
    }
}
