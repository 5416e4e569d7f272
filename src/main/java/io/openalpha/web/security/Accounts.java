package io.openalpha.web.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The users of the configuration; where there are none, an administrator that is generated at the start. */
public final class Accounts {

    private final Map<String, AccessProperties.User> users;
    private final Optional<Invented> invented;

    Accounts(AccessProperties access, PasswordEncoder encoder) {
        boolean closed = access.users().isEmpty() && !access.oidc().chosen();
        this.users = new HashMap<>(access.users());
        this.invented = closed ? Optional.of(new Invented("admin", password())) : Optional.empty();
        invented.ifPresent(admin ->
                users.put(admin.user(), new AccessProperties.User(encoder.encode(admin.password()), Role.ADMIN)));
    }

    /** The administrator that was generated for this process, to be shown at the start. */
    public Optional<Invented> invented() {
        return invented;
    }

    /** @throws UsernameNotFoundException if there is no such user */
    UserDetails user(String name) {
        AccessProperties.User user = users.get(name);
        if (user == null) {
            throw new UsernameNotFoundException("no such user");
        }
        return User.withUsername(name)
                .password(Objects.requireNonNull(user.password()))
                .authorities(user.role().authorities())
                .build();
    }

    /** 120 bits: not to be guessed. */
    private static String password() {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /** A user with a password that exists nowhere else. */
    public record Invented(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
