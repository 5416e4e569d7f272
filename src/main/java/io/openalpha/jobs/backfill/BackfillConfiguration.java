package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.FetchConfiguration;
import io.openalpha.jobs.fetch.FetchJobs;
import io.openalpha.market.BarReader;
import io.openalpha.market.BarStore;
import io.openalpha.market.GapStore;
import io.openalpha.market.Universe;
import io.openalpha.market.plausibility.Plausibility;
import io.openalpha.market.plausibility.PlausibilityConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The history job. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackfillProperties.class)
@Import({FetchConfiguration.class, PlausibilityConfiguration.class})
public class BackfillConfiguration {

    @Bean
    BackfillPlan backfillPlan(
            BackfillProperties settings,
            FetchJobs jobs,
            Universe universe,
            BarStore store,
            BarReader bars,
            GapStore gaps,
            Plausibility plausibility) {
        return new BackfillPlan(settings, jobs, universe, store, bars, gaps, plausibility);
    }
}
