package io.openalpha.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class AccessPropertiesTests {

    private static final String HASH = "$2y$10$" + "a".repeat(53);

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    private static AccessProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("openalpha.admin", AccessProperties.class);
    }

    @Test
    void haveDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new AccessProperties(
                        Map.of(),
                        new AccessProperties.Oidc(null, "openalpha", "roles"),
                        new AccessProperties.Login(5, Duration.ofMinutes(5))));
    }

    @Test
    void haveNames() {
        assertThat(bound(Map.of(
                        "openalpha.admin.users.alice.password", HASH,
                        "openalpha.admin.users.alice.role", "operator",
                        "openalpha.admin.oidc.issuer", "https://issuer.example",
                        "openalpha.admin.oidc.audience", "trading",
                        "openalpha.admin.oidc.roles-claim", "realm_access.roles",
                        "openalpha.admin.login.failures", "3",
                        "openalpha.admin.login.window", "1m")))
                .isEqualTo(new AccessProperties(
                        Map.of("alice", new AccessProperties.User(HASH, Role.OPERATOR)),
                        new AccessProperties.Oidc("https://issuer.example", "trading", "realm_access.roles"),
                        new AccessProperties.Login(3, Duration.ofMinutes(1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"secret", "{noop}secret", "{bcrypt}secret", "", "$2y$10$tooshort", "{MD5}5ebe2294ecd0e0f08eab"})
    void passwordsThatAreNotHashedWithBcryptAreRefusedAndNotShown(String password) {
        runner.withPropertyValues("openalpha.admin.users.alice.password=" + password)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .message()
                        .contains("the password of user 'alice' is not a bcrypt hash")
                        .satisfies(message -> {
                            if (!password.isEmpty()) {
                                assertThat(message).doesNotContain(password);
                            }
                        }));
    }

    @Test
    void hashedPasswordsAreAccepted() {
        runner.withPropertyValues("openalpha.admin.users.alice.password=" + HASH)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @EnableConfigurationProperties(AccessProperties.class)
    static class Settings {}
}
