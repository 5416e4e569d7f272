package io.openalpha.web.security;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

/** Tokens of the issuer that is set: how they are checked, and what they say. */
final class Tokens {

    private Tokens() {}

    /** Asks the issuer for its keys when the first token comes, so that the service starts without it. */
    static JwtDecoder decoder(AccessProperties.Oidc oidc) {
        String issuer = Objects.requireNonNull(oidc.issuer());
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withIssuerLocation(issuer).build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(List.of(
                    JwtValidators.createDefaultWithIssuer(issuer),
                    new JwtClaimValidator<Collection<String>>(
                            JwtClaimNames.AUD, audience -> audience != null && audience.contains(oidc.audience())))));
            return decoder;
        });
    }

    static JwtAuthenticationConverter roles(AccessProperties.Oidc oidc) {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(new TokenRoles(oidc.rolesClaim()));
        return converter;
    }
}
