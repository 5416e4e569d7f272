package io.openalpha.web.dashboard.data;

import io.openalpha.market.BarReader;
import io.openalpha.market.DataCheck;
import java.time.Clock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages about data. */
@Configuration(proxyBeanMethods = false)
@Import({DataPage.class, SymbolPage.class})
public class DataPagesConfiguration {

    @Bean
    SymbolTable symbolTable(JdbcClient jdbc) {
        return new SymbolTable(jdbc);
    }

    @Bean
    StaleSymbols staleSymbols(JdbcClient jdbc) {
        return new StaleSymbols(jdbc);
    }

    @Bean
    DataStates dataStates(BarReader bars, DataCheck check, JdbcClient jdbc, Clock clock) {
        SimpleAsyncTaskExecutor others = new SimpleAsyncTaskExecutor("data-state-");
        others.setDaemon(true);
        return new DataStates(bars, check, new CoverageTable(jdbc), clock, others);
    }

    /** The first to open a page should not have to wait for a look at a million bars. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> dataStateWarmUp(DataStates states) {
        return ready -> states.prepare();
    }
}
