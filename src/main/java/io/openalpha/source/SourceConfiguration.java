package io.openalpha.source;

import io.openalpha.source.SourceSettings.Preferred;
import io.openalpha.source.activity.ActivityConfiguration;
import io.openalpha.source.activity.ActivityLog;
import io.openalpha.source.alphavantage.AlphaVantageSettings;
import io.openalpha.source.alphavantage.AlphaVantageSource;
import io.openalpha.source.alphavantage.SharedQuota;
import io.openalpha.source.guard.GuardSettings;
import io.openalpha.source.guard.GuardedSource;
import io.openalpha.source.guard.Limiter;
import io.openalpha.source.http.HttpSettings;
import io.openalpha.source.limit.AdaptiveRate;
import io.openalpha.source.limit.SharedRate;
import io.openalpha.source.yahoo.YahooSettings;
import io.openalpha.source.yahoo.YahooSource;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The chain of sources, for the commands that need it. It expects a {@link DataSource} to count calls in. */
@Configuration(proxyBeanMethods = false)
@Import(ActivityConfiguration.class)
@EnableConfigurationProperties({
    SourceSettings.class,
    GuardSettings.class,
    HttpSettings.class,
    YahooSettings.class,
    AlphaVantageSettings.class
})
public class SourceConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SourceConfiguration.class);

    @Bean
    SourceChain sourceChain(
            SourceSettings settings,
            GuardSettings guards,
            HttpSettings http,
            YahooSettings yahoo,
            AlphaVantageSettings alphaVantage,
            Limiter yahooLimiter,
            DataSource database,
            ActivityLog activity) {
        Clock clock = Clock.systemUTC();
        GuardedSource first = new GuardedSource(
                new YahooSource(yahoo, http, clock), yahooLimiter, guards, activity.of(YahooSource.NAME), clock);
        if (!alphaVantage.isConfigured()) {
            LOG.info("alphavantage is not used, for it has no key: set ALPHA_VANTAGE_API_KEY to have a fallback");
            return new SourceChain(List.of(first));
        }
        GuardedSource second = new GuardedSource(
                new AlphaVantageSource(alphaVantage, http, clock),
                new SharedQuota(database, alphaVantage, clock),
                guards,
                activity.of(AlphaVantageSource.NAME),
                clock);
        boolean reversed = settings.preferred() == Preferred.ALPHAVANTAGE;
        return new SourceChain(reversed ? List.of(second, first) : List.of(first, second));
    }

    /** @param processes that ask at the same time, each for its shard of a run */
    @Bean
    Limiter yahooLimiter(YahooSettings yahoo, @Value("${openalpha.shard.count:1}") int processes, DataSource database) {
        return yahoo.shareRate() || processes > 1
                ? new SharedRate(database, YahooSource.NAME, yahoo.rate(), yahoo.permitWait())
                : new AdaptiveRate(YahooSource.NAME, yahoo.rate(), yahoo.permitWait());
    }
}
