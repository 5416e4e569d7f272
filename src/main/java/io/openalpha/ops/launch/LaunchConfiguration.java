package io.openalpha.ops.launch;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.openalpha.market.Universe;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.run.JobsAtWork;
import io.openalpha.run.RunDisposal;
import io.openalpha.run.RunHistory;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnCloudPlatform;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Starting and following runs. Needs the database, the market, the runs, the models, and a clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdminProperties.class)
public class LaunchConfiguration {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int REQUEST_MILLIS = 5_000;

    /**
     * For the namespace and the service account of this pod. Who asks for a run waits for the API server: ten seconds
     * where it is away, and not the two minutes of ten attempts.
     */
    @Bean
    @ConditionalOnCloudPlatform(CloudPlatform.KUBERNETES)
    KubernetesClient kubernetesClient() {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withConnectionTimeout(CONNECT_MILLIS)
                        .withRequestTimeout(REQUEST_MILLIS)
                        .withRequestRetryBackoffLimit(1)
                        .build())
                .build();
    }

    /** In a cluster there is a client of its API. */
    @Bean
    JobLauncher jobLauncher(
            ObjectProvider<KubernetesClient> kubernetes,
            ProgramCommand program,
            AdminProperties settings,
            Clock clock) {
        KubernetesClient client = kubernetes.getIfAvailable();
        if (client == null) {
            return new ProcessLauncher(program, new TaskFiles(settings.taskFolder()));
        }
        JobPods pods = new JobPods(client, clock);
        return new KubernetesLauncher(
                client, settings.cronJobPrefix(), new JobObserver(pods, settings.startPatience(), clock), pods);
    }

    @Bean
    Schedule schedule(ObjectProvider<KubernetesClient> kubernetes, AdminProperties settings, Clock clock) {
        KubernetesClient client = kubernetes.getIfAvailable();
        return client == null
                ? Schedule.NONE
                : new CronJobSchedule(
                        client,
                        settings.cronJobPrefix(),
                        new JobObserver(new JobPods(client, clock), settings.startPatience(), clock),
                        clock);
    }

    @Bean
    @ConditionalOnMissingBean
    ProgramCommand programCommand() {
        return ProgramCommand.ofThisProcess();
    }

    @Bean
    TaskTable taskTable(JdbcClient jdbc, RunHistory history) {
        return new TaskTable(jdbc, history);
    }

    @Bean
    TaskReader taskReader(
            RunHistory history, JobsAtWork atWork, Universe universe, ModelRegistry models, JobLauncher launcher) {
        return new TaskReader(
                history, atWork, universe, models, launcher.description().kind());
    }

    @Bean
    Tasks tasks(
            TaskTable table,
            TaskReader reader,
            JobLauncher launcher,
            PlatformTransactionManager transactions,
            AdminProperties settings) {
        return new Tasks(table, reader, launcher, new TransactionTemplate(transactions), settings);
    }

    @Bean
    RunControl runControl(
            Tasks tasks,
            TaskTable table,
            JobLauncher launcher,
            TaskReader reader,
            RunHistory history,
            RunDisposal disposal) {
        return new RunControl(tasks, table, launcher, reader, history, disposal);
    }

    /** No bean depends on it. */
    @Bean
    @Lazy(false)
    TaskFollower taskFollower(TaskTable table, JobLauncher launcher, Clock clock) {
        return new TaskFollower(table, launcher, clock);
    }
}
