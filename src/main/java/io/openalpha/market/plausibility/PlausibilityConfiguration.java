package io.openalpha.market.plausibility;

import io.openalpha.market.BarReader;
import io.openalpha.market.ConflictStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The judgement of answers and files, for all that store bars. */
@Configuration(proxyBeanMethods = false)
public class PlausibilityConfiguration {

    @Bean
    Plausibility plausibility(BarReader bars, ConflictStore conflicts) {
        return new Plausibility(bars, conflicts);
    }
}
