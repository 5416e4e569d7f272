package io.openalpha.web.dashboard.models;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages about models. */
@Configuration(proxyBeanMethods = false)
@Import({ModelActions.class, ModelPages.class})
public class ModelPagesConfiguration {}
