package io.openalpha.web.security;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads a user's roles out of a token; names that are no role of ours are passed over. */
final class TokenRoles implements Converter<Jwt, Collection<GrantedAuthority>> {

    private final List<String> path;

    /** @param claim its name; dots lead into nested claims */
    TokenRoles(String claim) {
        this.path = List.of(claim.split("\\."));
    }

    @Override
    public Collection<GrantedAuthority> convert(Jwt token) {
        return names(claim(token.getClaims()))
                .map(Role::named)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .map(Role::authorities)
                .orElse(List.of());
    }

    private @Nullable Object claim(Map<String, Object> claims) {
        Object value = claims;
        for (String name : path) {
            value = value instanceof Map<?, ?> nested ? nested.get(name) : null;
        }
        return value;
    }

    private static Stream<String> names(@Nullable Object claim) {
        if (claim instanceof Collection<?> names) {
            return names.stream().map(String::valueOf);
        }
        return claim instanceof String names ? Stream.of(names.split("[ ,]+")) : Stream.empty();
    }
}
