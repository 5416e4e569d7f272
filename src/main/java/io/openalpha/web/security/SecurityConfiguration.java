package io.openalpha.web.security;

import io.openalpha.ops.audit.AuditLog;
import io.openalpha.web.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Authentication and authorization of every request. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
public class SecurityConfiguration {

    private static final int REMEMBERED_PASSWORDS = 1_000;

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RememberingEncoder(REMEMBERED_PASSWORDS);
    }

    @Bean
    Accounts accounts(AccessProperties access, PasswordEncoder encoder) {
        return new Accounts(access, encoder);
    }

    @Bean
    RefusalLog refusalLog(AuditLog log) {
        return new RefusalLog(log);
    }

    @Bean
    RefusalHandler refusals(ProblemWriter problems, RefusalLog log, AccessProperties access) {
        return new RefusalHandler(problems, log, access.oidc().chosen());
    }

    /** The password provider is no bean of its own: Spring Security would use it without the limit. */
    @Bean
    CommonSecurity gate(
            AccessProperties access,
            Accounts accounts,
            PasswordEncoder encoder,
            RefusalHandler refusalHandler,
            RefusalLog log,
            Clock clock) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(accounts::user);
        passwords.setPasswordEncoder(encoder);
        LoginLimit limit = new LoginLimit(access.login(), clock);
        return new CommonSecurity(access.oidc(), new LimitedLogin(passwords, limit, log), refusalHandler);
    }

    /** The actuator, on its own port: health for everybody, the rest for viewers. */
    @Bean
    @Order(1)
    SecurityFilterChain actuatorSecurity(HttpSecurity http, CommonSecurity security) {
        return security.around(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                        .permitAll()
                        .anyRequest()
                        .hasRole(Role.VIEWER.name()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Everything else, by the {@link AccessRules}. */
    @Bean
    @Order(2)
    SecurityFilterChain applicationSecurity(HttpSecurity http, CommonSecurity security) {
        return security.around(http)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/assets/**")
                        .permitAll()
                        .anyRequest()
                        .access(AccessRules::decide))
                .formLogin(form -> form.loginPage("/login").permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?out").permitAll())
                .build();
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return (request, response, cause) -> problems.write(RefusalHandler.MALFORMED, request, response);
    }

    @Bean
    SessionCookie sessionCookie(ServerProperties server, Environment environment) {
        return new SessionCookie(server.getAddress(), environment);
    }
}
