package io.openalpha.web.dashboard.runs;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages about runs. */
@Configuration(proxyBeanMethods = false)
@Import({RunActions.class, RunPages.class, RunPurge.class})
public class RunPagesConfiguration {}
