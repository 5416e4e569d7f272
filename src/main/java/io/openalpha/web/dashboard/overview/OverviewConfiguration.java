package io.openalpha.web.dashboard.overview;

import io.openalpha.market.BarReader;
import io.openalpha.market.QuoteStore;
import io.openalpha.source.SourceHealthConfiguration;
import io.openalpha.web.dashboard.page.DisplayFormat;
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
    Diagnosis diagnosis(DisplayFormat displayFormat) {
        return new Diagnosis(displayFormat);
    }

    @Bean
    SourceAlerts sourceAlerts(DisplayFormat displayFormat) {
        return new SourceAlerts(displayFormat);
    }
}
