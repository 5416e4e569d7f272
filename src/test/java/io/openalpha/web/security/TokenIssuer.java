package io.openalpha.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import io.openalpha.source.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An OpenID Connect issuer with one key, as far as a resource server asks it. */
public final class TokenIssuer implements AutoCloseable {

    private final ScriptedServer server = new ScriptedServer();
    private final RSAKey key;
    private final RSAKey foreign;

    public TokenIssuer() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("ours").generate();
        foreign = new RSAKeyGenerator(2048).keyID("ours").generate();
        server.handles(this::answer);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body =
                switch (exchange.getRequestURI().getPath()) {
                    case "/.well-known/openid-configuration" -> """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/a", "token_endpoint": "%1$s/t",
                 "subject_types_supported": ["public"]}""".formatted(url());
                    case "/keys" -> new JWKSet(key.toPublicJWK()).toString();
                    default -> "";
                };
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        ScriptedServer.answer(body.isEmpty() ? 404 : 200, body).handle(exchange);
    }

    public String url() {
        return server.uri().toString();
    }

    /** A good token of a user with such roles. */
    public String token(String... roles) {
        return signed(claims(roles).build(), key);
    }

    /** As good, but signed by somebody else under the name of the issuer's key. */
    public String forged(String... roles) {
        return signed(claims(roles).build(), foreign);
    }

    /** It was good once. */
    public String expired(String... roles) {
        return signed(claims(roles).expirationTime(in(Duration.ofHours(-1))).build(), key);
    }

    /** Meant for somebody else. */
    public String misdirected(String... roles) {
        return signed(claims(roles).audience("another-service").build(), key);
    }

    private JWTClaimsSet.Builder claims(String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .subject("somebody")
                .audience("openalpha")
                .expirationTime(in(Duration.ofMinutes(10)))
                .claim("roles", List.of(roles));
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("ours").build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
