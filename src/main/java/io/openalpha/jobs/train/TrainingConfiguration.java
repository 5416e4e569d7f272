package io.openalpha.jobs.train;

import io.openalpha.market.BarReader;
import io.openalpha.ml.model.ModelPublisher;
import io.openalpha.ml.model.ModelReader;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.ml.model.ModelUpkeep;
import io.openalpha.ml.model.RetentionProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The training job. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrainingProperties.class)
public class TrainingConfiguration {

    @Bean
    TrainingPlan trainingPlan(
            TrainingProperties settings,
            RetentionProperties retention,
            BarReader bars,
            ModelRegistry registry,
            ModelReader reader,
            ModelPublisher publisher,
            ModelUpkeep upkeep) {
        return new TrainingPlan(new TrainingParts(
                settings, retention, bars, new TrainingParts.Models(registry, reader, publisher, upkeep)));
    }
}
