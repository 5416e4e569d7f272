package io.openalpha.web.security;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Finds the users whose password is none, plain, or hashed in another way. */
final class HashedPasswordsValidator implements ConstraintValidator<HashedPasswords, AccessProperties> {

    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(0[4-9]|[12]\\d|3[01])\\$[./A-Za-z0-9]{53}");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^\\w .@-]");

    @Override
    public boolean isValid(AccessProperties access, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        String template = context.getDefaultConstraintMessageTemplate();
        return access.users().entrySet().stream()
                .filter(user -> !isHashed(user))
                .map(user -> template.formatted(NOT_PLAIN.matcher(user.getKey()).replaceAll("?"))
                        .replace("$", "\\$"))
                .peek(message ->
                        context.buildConstraintViolationWithTemplate(message).addConstraintViolation())
                .toList()
                .isEmpty();
    }

    private static boolean isHashed(Map.Entry<String, AccessProperties.User> user) {
        return BCRYPT.matcher(Objects.requireNonNullElse(user.getValue().password(), ""))
                .matches();
    }
}
