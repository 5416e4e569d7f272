package io.openalpha.web.security;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Makes the session's cookie one that only this host can have set, and over TLS only. Browsers do not take such a
 * cookie over plain HTTP; so a service that only this machine can reach, and that has no TLS, has another.
 */
final class SessionCookie implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory>, Ordered {

    private final boolean thisMachineOnly;

    SessionCookie(@Nullable InetAddress address, Environment environment) {
        boolean tls = environment.getProperty("server.ssl.enabled", Boolean.class, false)
                || environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate");
        boolean behindProxy = !environment
                .getProperty("server.forward-headers-strategy", "none")
                .equalsIgnoreCase("none");
        this.thisMachineOnly = address != null && address.isLoopbackAddress() && !tls && !behindProxy;
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        var cookie = factory.getSettings().getSession().getCookie();
        cookie.setName(thisMachineOnly ? "openalpha" : "__Host-openalpha");
        cookie.setSecure(!thisMachineOnly);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
    }

    /** After the settings of Spring Boot. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
