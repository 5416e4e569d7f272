package io.openalpha.dashboard;

import io.openalpha.dashboard.data.DataPagesConfiguration;
import io.openalpha.dashboard.models.ModelPagesConfiguration;
import io.openalpha.dashboard.overview.OverviewConfiguration;
import io.openalpha.dashboard.page.PageConfiguration;
import io.openalpha.dashboard.runs.RunPagesConfiguration;
import io.openalpha.dashboard.schedule.SchedulePagesConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages. Need the admin service, and what it needs. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(ThymeleafAutoConfiguration.class)
@Import({
    PageConfiguration.class,
    OverviewConfiguration.class,
    RunPagesConfiguration.class,
    DataPagesConfiguration.class,
    ModelPagesConfiguration.class,
    SchedulePagesConfiguration.class
})
public class DashboardConfiguration {}
