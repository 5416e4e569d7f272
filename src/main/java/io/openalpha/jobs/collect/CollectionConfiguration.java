package io.openalpha.jobs.collect;

import io.openalpha.jobs.fetch.FetchConfiguration;
import io.openalpha.jobs.fetch.FetchJobs;
import io.openalpha.market.QuoteLevels;
import io.openalpha.market.QuotePartitions;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Universe;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The collection job. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CollectionProperties.class)
@Import(FetchConfiguration.class)
public class CollectionConfiguration {

    @Bean
    CollectionPlan collectionPlan(
            CollectionProperties settings,
            FetchJobs jobs,
            Universe universe,
            QuoteStore quotes,
            QuoteLevels levels,
            QuotePartitions partitions) {
        return new CollectionPlan(settings, jobs, universe, quotes, levels, partitions);
    }
}
