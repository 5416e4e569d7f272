package io.openalpha.web.security;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Every user has a password, and it is a bcrypt hash. The message names the user, never the password. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = HashedPasswordsValidator.class)
@interface HashedPasswords {

    /** Takes the place of {@code %s} by the user's name. */
    String message() default
            "the password of user '%s' is not a bcrypt hash such as $2y$10$…:" + " docs/api.md shows how to make one";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
