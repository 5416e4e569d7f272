package io.openalpha.web.dashboard;

import io.openalpha.web.dashboard.data.DataPagesConfiguration;
import io.openalpha.web.dashboard.models.ModelPagesConfiguration;
import io.openalpha.web.dashboard.overview.OverviewConfiguration;
import io.openalpha.web.dashboard.page.PageConfiguration;
import io.openalpha.web.dashboard.runs.RunPagesConfiguration;
import io.openalpha.web.dashboard.schedule.SchedulePagesConfiguration;
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
