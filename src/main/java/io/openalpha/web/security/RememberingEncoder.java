package io.openalpha.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Bcrypt that is computed once for each right password, not for each request of HTTP Basic. It remembers a keyed
 * digest, whose key is this process's own; wrong passwords always cost the full time.
 */
final class RememberingEncoder implements PasswordEncoder {

    private static final String DIGEST = "HmacSHA256";

    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final Set<ByteBuffer> right;
    private final SecretKeySpec key;

    /** @param capacity so many are remembered at most */
    RememberingEncoder(int capacity) {
        this.right = Recent.set(capacity);
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, DIGEST);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return bcrypt.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        ByteBuffer digest = digest(password, hash);
        if (right.contains(digest)) {
            return true;
        }
        boolean matches = bcrypt.matches(password, hash);
        if (matches) {
            right.add(digest);
        }
        return matches;
    }

    private ByteBuffer digest(@Nullable CharSequence password, @Nullable String hash) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal((hash + "\n" + password).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + DIGEST, e);
        }
    }
}
