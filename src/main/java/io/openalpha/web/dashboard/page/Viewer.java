package io.openalpha.web.dashboard.page;

import io.openalpha.web.security.Role;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who looks at a page.
 *
 * @param role decides which buttons there are; what a request may do is decided elsewhere
 */
public record Viewer(String name, Role role) {

    private static final String PREFIX = "ROLE_";

    static Viewer of(Authentication user) {
        Role highest = user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(PREFIX))
                .map(authority -> Role.named(authority.substring(PREFIX.length())))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(Role.VIEWER);
        return new Viewer(user.getName(), highest);
    }

    /** As people read it. */
    public String title() {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Whether jobs may be started and stopped. */
    public boolean mayOperate() {
        return role.compareTo(Role.OPERATOR) >= 0;
    }

    /** Whether models may be promoted. */
    public boolean mayAdminister() {
        return role.compareTo(Role.ADMIN) >= 0;
    }
}
