package io.openalpha.dashboard.overview;

import io.openalpha.dashboard.page.Words;
import io.openalpha.market.BarReader;
import io.openalpha.market.QuoteStore;
import io.openalpha.source.SourceHealthConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The overview. */
@Configuration(proxyBeanMethods = false)
@Import({OverviewPage.class, SourceHealthConfiguration.class})
public class OverviewConfiguration {

    @Bean
    OverviewTable overviewTable(QuoteStore quotes, BarReader bars) {
        return new OverviewTable(quotes, bars);
    }

    @Bean
    Diagnosis diagnosis(Words words) {
        return new Diagnosis(words);
    }

    @Bean
    SourceAlerts sourceAlerts(Words words) {
        return new SourceAlerts(words);
    }
}
