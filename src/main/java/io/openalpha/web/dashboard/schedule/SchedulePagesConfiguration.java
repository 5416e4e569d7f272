package io.openalpha.web.dashboard.schedule;

import io.openalpha.ops.launch.Schedule;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages about what starts by itself, and about who did what. */
@Configuration(proxyBeanMethods = false)
@Import({AuditPage.class, SchedulePage.class})
public class SchedulePagesConfiguration {

    @Bean
    Plans plans(Schedule schedule, Clock clock) {
        return new Plans(schedule, clock);
    }
}
