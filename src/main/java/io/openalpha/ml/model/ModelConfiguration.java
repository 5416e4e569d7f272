package io.openalpha.ml.model;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The registry of models and the store of their files: a bucket where one is set, or else a folder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ModelProperties.class, RetentionProperties.class})
public class ModelConfiguration {

    @Bean
    ArtifactStore artifactStore(ModelProperties settings) {
        S3Properties s3 = settings.s3();
        return s3.chosen() ? new S3Store(S3Clients.of(s3), s3) : new FolderStore(settings.folder());
    }

    @Bean
    VersionTable versionTable(JdbcClient jdbc) {
        return new VersionTable(jdbc);
    }

    @Bean
    DecisionTable decisionTable(JdbcClient jdbc) {
        return new DecisionTable(jdbc);
    }

    @Bean
    ModelRegistry modelRegistry(
            VersionTable versions, DecisionTable decisions, PlatformTransactionManager transactions) {
        return new ModelRegistry(versions, decisions, new TransactionTemplate(transactions));
    }

    @Bean
    ModelReader modelReader(ModelRegistry registry, ArtifactStore store) {
        return new ModelReader(registry, store);
    }

    @Bean
    ModelPublisher modelPublisher(
            VersionTable versions, ModelRegistry registry, ArtifactStore store, ModelReader reader, Clock clock) {
        return new ModelPublisher(versions, registry, store, reader, clock);
    }

    @Bean
    ModelUpkeep modelUpkeep(
            VersionTable versions,
            DecisionTable decisions,
            ArtifactStore store,
            PlatformTransactionManager transactions) {
        return new ModelUpkeep(versions, decisions, store, new TransactionTemplate(transactions));
    }
}
