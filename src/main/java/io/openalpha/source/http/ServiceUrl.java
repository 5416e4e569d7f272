package io.openalpha.source.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The address of a service: http or https, with a host, and without credentials, which would reach logs. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ServiceUrl.Check.class)
public @interface ServiceUrl {

    /** What is wrong with one that is refused. */
    String message() default "must be an http or https URL with a host and without user and password";

    /** As every constraint has them. */
    Class<?>[] groups() default {};

    /** As every constraint has it. */
    Class<? extends Payload>[] payload() default {};

    /** Accepts a missing address, which is another constraint's affair. */
    final class Check implements ConstraintValidator<ServiceUrl, URI> {

        private static final Set<String> SCHEMES = Set.of("http", "https");

        @Override
        public boolean isValid(@Nullable URI url, ConstraintValidatorContext context) {
            return url == null
                    || (SCHEMES.contains(String.valueOf(url.getScheme()))
                            && url.getHost() != null
                            && url.getRawUserInfo() == null);
        }
    }
}
