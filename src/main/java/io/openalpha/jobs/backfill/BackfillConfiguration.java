package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.FailureTable;
import io.openalpha.jobs.fetch.FetchThreads;
import io.openalpha.market.BarReader;
import io.openalpha.market.BarStore;
import io.openalpha.market.GapStore;
import io.openalpha.market.Universe;
import io.openalpha.source.SourceChain;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history job. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackfillProperties.class)
public class BackfillConfiguration {

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService backfillThreads(BackfillProperties settings) {
        return FetchThreads.of(settings.inFlight());
    }

    @Bean
    BackfillPlan backfillPlan(
            BackfillProperties settings,
            SourceChain chain,
            ExecutorService backfillThreads,
            Universe universe,
            BarStore store,
            BarReader bars,
            GapStore gaps,
            JdbcClient jdbc,
            Clock clock) {
        return new BackfillPlan(new BackfillParts(
                settings, chain, backfillThreads, universe, store, bars, gaps, new FailureTable(jdbc), clock));
    }
}
