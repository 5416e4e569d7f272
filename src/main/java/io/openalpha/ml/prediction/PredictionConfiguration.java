package io.openalpha.ml.prediction;

import io.openalpha.market.BarReader;
import io.openalpha.market.Universe;
import io.openalpha.ml.model.ModelReader;
import io.openalpha.ml.model.ModelRegistry;
import java.time.Clock;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Predictions while the context runs. Beans of type {@link ModelEvents} listen to loaded and failed models.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PredictionProperties.class)
public class PredictionConfiguration {

    @Bean
    LatestForecasts forecastBoard() {
        return new LatestForecasts();
    }

    @Bean
    PromotedModels promotedModels(
            ModelRegistry registry,
            ModelReader reader,
            LatestForecasts board,
            ObjectProvider<ModelEvents> listeners,
            JdbcConnectionDetails database,
            PredictionProperties settings,
            Clock clock) {
        return new PromotedModels(
                registry,
                new ModelLoader(registry, reader),
                board,
                listeners,
                outsideThePool(database),
                settings.modelPoll(),
                clock);
    }

    @Bean
    NewestFeatures newestFeatures(
            BarReader bars, Universe universe, LatestForecasts board, PredictionProperties settings) {
        return new NewestFeatures(bars, universe, board, settings.barPoll());
    }

    @Bean
    Predictor predictor(LatestForecasts board, PredictionProperties settings, Clock clock) {
        return new Predictor(board, clock, settings.staleAfter());
    }

    @Bean
    PastPredictions pastPredictions(JdbcClient jdbc) {
        return new PastPredictions(jdbc);
    }

    /** For a connection that is kept for good. */
    private static DataSource outsideThePool(JdbcConnectionDetails database) {
        DriverManagerDataSource connections = new DriverManagerDataSource();
        connections.setUrl(database.getJdbcUrl());
        connections.setUsername(database.getUsername());
        connections.setPassword(database.getPassword());
        Properties options = new Properties();
        options.setProperty("ApplicationName", "openalpha model_registry");
        options.setProperty("tcpKeepAlive", "true");
        options.setProperty("connectTimeout", "10");
        connections.setConnectionProperties(options);
        return connections;
    }
}
