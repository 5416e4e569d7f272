package io.openalpha.dashboard.page;

import io.openalpha.admin.audit.AuditLog;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What all pages share. */
@Configuration(proxyBeanMethods = false)
@Import({ErrorPages.class, Frame.class, SignInPage.class})
public class PageConfiguration {

    @Bean
    Words words(Clock clock) {
        return new Words(clock);
    }

    @Bean
    Acts pageActs(AuditLog log) {
        return new Acts(log);
    }
}
