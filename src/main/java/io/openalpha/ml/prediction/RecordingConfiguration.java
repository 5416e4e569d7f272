package io.openalpha.ml.prediction;

import io.openalpha.market.BarReader;
import io.openalpha.run.JobsAtWork;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what is predicted, for a process that serves for long; besides {@link PredictionConfiguration}. */
@Configuration(proxyBeanMethods = false)
public class RecordingConfiguration {

    @Bean
    Recorder predictionRecorder(
            BarReader bars,
            NewestFeatures features,
            Predictor predictor,
            JdbcClient jdbc,
            JobsAtWork atWork,
            Clock clock,
            PredictionProperties settings) {
        return new Recorder(bars, features, predictor, new PredictionTable(jdbc), atWork, clock, settings);
    }
}
