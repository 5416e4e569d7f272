package io.openalpha.web.security;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a user may do; each role may do what those before it may. */
public enum Role {
    /** Reads. */
    VIEWER,
    /** Starts and stops jobs. */
    OPERATOR,
    /** Decides which models serve and which symbols are collected. */
    ADMIN;

    /** The role of this name, in upper or lower case; empty if there is none. */
    public static Optional<Role> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(role -> role.name().equals(upper)).findFirst();
    }

    /** This role's authority and those of the roles before it. */
    List<GrantedAuthority> authorities() {
        return Arrays.stream(values())
                .filter(role -> compareTo(role) >= 0)
                .map(Role::authority)
                .toList();
    }

    GrantedAuthority authority() {
        return new SimpleGrantedAuthority("ROLE_" + this);
    }
}
