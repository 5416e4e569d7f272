package io.openalpha.web.security;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may use the admin service.
 *
 * @param users by the name with which they sign in; while there are none, and no issuer, one administrator is generated
 *     at each start
 * @param oidc who signs the tokens that are accepted besides
 * @param login the limit on failed attempts to sign in
 */
@Validated
@HashedPasswords
@ConfigurationProperties("openalpha.admin")
record AccessProperties(
        @DefaultValue Map<String, User> users,
        @DefaultValue @Valid Oidc oidc,
        @DefaultValue @Valid Login login) {

    /**
     * A user.
     *
     * @param password as a bcrypt hash, such as {@code $2y$10$…}
     * @param role what the user may do
     */
    record User(
            @Nullable String password,
            @DefaultValue("viewer") Role role) {

        /** Without the password, which may be a plain one by mistake. */
        @Override
        public String toString() {
            return "User[role=%s]".formatted(role);
        }
    }

    /**
     * Tokens of an OpenID Connect issuer.
     *
     * @param issuer its URL; tokens are refused while it is not set
     * @param audience that tokens must be meant for
     * @param rolesClaim where a token names the user's roles; dots lead into nested claims, as in
     *     {@code realm_access.roles}
     */
    record Oidc(
            @Nullable String issuer,
            @DefaultValue("openalpha") @NotBlank String audience,
            @DefaultValue("roles") @NotBlank String rolesClaim) {

        /** Whether tokens are accepted at all. */
        boolean chosen() {
            return issuer != null && !issuer.isBlank();
        }
    }

    /**
     * The limit on failed attempts to sign in.
     *
     * @param failures of one user from one address, after which both have to wait; ten times as many for an address as
     *     such
     * @param window how long failures count, and how long the wait is at most
     */
    record Login(
            @DefaultValue("5") @Min(1) int failures,
            @DefaultValue("5m") Duration window) {}
}
