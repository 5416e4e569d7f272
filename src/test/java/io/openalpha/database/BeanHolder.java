package io.openalpha.database;

import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A Spring application that uses the embedded database until it is told to end. */
public final class BeanHolder {

    private BeanHolder() {}

    public static void main(String[] arguments) throws InterruptedException {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(DatabaseConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off", "logging.level.root=off", "logging.level.io.openalpha=off")
                .run("--openalpha.data-dir=" + arguments[0]);
        System.out.println("ready "
                + JdbcClient.create(context.getBean(DataSource.class))
                        .sql("select count(*) from flyway_schema_history")
                        .query(Long.class)
                        .single());
        Thread.currentThread().join();
    }
}
