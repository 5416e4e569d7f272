package io.openalpha.web.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/** The rules of every port: accepted credentials, response headers, and the form of refusals. */
final class CommonSecurity {

    /** Scripts and styles come from this service only, in files of their own, and no site may frame a page. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private final AccessProperties.Oidc oidc;
    private final AuthenticationProvider passwords;
    private final RefusalHandler refusalHandler;

    CommonSecurity(AccessProperties.Oidc oidc, AuthenticationProvider passwords, RefusalHandler refusalHandler) {
        this.oidc = oidc;
        this.passwords = passwords;
        this.refusalHandler = refusalHandler;
    }

    HttpSecurity around(HttpSecurity http) {
        http.authenticationProvider(passwords)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusalHandler))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new ForgeableRequests()))
                .headers(CommonSecurity::headers)
                .exceptionHandling(refused -> refused.accessDeniedHandler(refusalHandler)
                        .defaultAuthenticationEntryPointFor(
                                refusalHandler, new NegatedRequestMatcher(new PageRequests())));
        if (oidc.chosen()) {
            JwtDecoder decoder = Tokens.decoder(oidc);
            http.oauth2ResourceServer(tokens -> tokens(tokens, decoder));
        }
        return http;
    }

    private void tokens(OAuth2ResourceServerConfigurer<HttpSecurity> tokens, JwtDecoder decoder) {
        tokens.jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(Tokens.roles(oidc)))
                .authenticationEntryPoint(refusalHandler)
                .accessDeniedHandler(refusalHandler)
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                        // By default, an issuer that is down would be reported as an internal error.
                        filter.setAuthenticationFailureHandler(refusalHandler::commence);
                        return filter;
                    }
                });
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(Customizer.withDefaults())
                .crossOriginResourcePolicy(Customizer.withDefaults())
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }
}
