package io.openalpha.source.activity;

import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records this process's requests to the sources. Needs a database. */
@Configuration(proxyBeanMethods = false)
public class ActivityConfiguration {

    @Bean
    ActivityLog activityLog(DataSource database, ObjectProvider<RequestWatch> watch) {
        ActivityTable table =
                new ActivityTable(JdbcClient.create(database), UUID.randomUUID().toString());
        return ActivityLog.open(
                table, Clock.systemUTC(), RequestWatch.all(watch.orderedStream().toList()));
    }
}
