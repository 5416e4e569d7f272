package io.openalpha.run;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job repository and what runs jobs on it. The application provides the {@link StopSignal}, because a stop may be
 * asked for before any bean is there.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RunProperties.class, ShardProperties.class})
@ImportAutoConfiguration({BatchJdbcAutoConfiguration.class, BatchAutoConfiguration.class})
public class RunConfiguration {

    @Bean
    JobRunner jobRunner(
            RunLocks runLocks,
            Recovery recovery,
            JdbcClient jdbc,
            JobRepository repository,
            PlatformTransactionManager transactions,
            ObjectProvider<ProgressDisplay> display,
            StopSignal stop,
            RunProperties settings,
            ShardProperties shard,
            ObjectProvider<Clock> clock,
            RunObservation observation) {
        return new JobRunner(
                new Turn(runLocks, stop, settings.longestWait(), clock.getIfAvailable(Clock::systemUTC)),
                recovery,
                new Run.Machinery(
                        repository,
                        transactions,
                        new ProgressTable(jdbc),
                        new RunLogs(jdbc),
                        new StoredProgress(display.getIfAvailable(() -> ProgressDisplay.NONE), new ShareTable(jdbc)),
                        observation),
                stop,
                new ShardLayout(jdbc, shard.shard()));
    }

    @Bean
    RunObservation runObservation(ObjectProvider<ObservationRegistry> registry, ObjectProvider<RunListener> listeners) {
        return new RunObservation(
                registry.getIfAvailable(() -> ObservationRegistry.NOOP),
                listeners.orderedStream().toList());
    }

    @Bean
    JobPlans jobPlans(ObjectProvider<JobPlan> plans) {
        return new JobPlans(plans.orderedStream().toList());
    }

    @Bean
    RunHistory runHistory(JdbcClient jdbc) {
        return new RunHistory(jdbc);
    }

    @Bean
    RunTotals runTotals(JdbcClient jdbc) {
        return new RunTotals(jdbc);
    }

    @Bean
    JobsAtWork jobsAtWork(JdbcClient jdbc) {
        return new JobsAtWork(jdbc);
    }

    @Bean
    RunDisposal runDisposal(
            JdbcClient jdbc, RunLocks runLocks, Recovery recovery, PlatformTransactionManager transactions) {
        return new RunDisposal(jdbc, runLocks, recovery, new TransactionTemplate(transactions));
    }

    @Bean
    RunLocks runLocks(DataSource dataSource, JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new RunLocks(dataSource, jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    Recovery recovery(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new Recovery(jdbc, new TransactionTemplate(transactions));
    }
}
