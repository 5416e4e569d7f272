package io.openalpha.source;

import io.openalpha.source.activity.ActivityReader;
import io.openalpha.source.alphavantage.QuotaReader;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state of the sources, for processes that only show it. Needs a database. */
@Configuration(proxyBeanMethods = false)
public class SourceHealthConfiguration {

    @Bean
    ActivityReader activityReader(JdbcClient jdbc) {
        return new ActivityReader(jdbc);
    }

    @Bean
    SourceHealthReader sourceHealthReader(ActivityReader activity, DataSource database, Clock clock) {
        return new SourceHealthReader(activity, new QuotaReader(database, clock));
    }
}
