package io.openalpha.run;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The index of a shard is less than their number. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ExistingShard.Validator.class)
@interface ExistingShard {

    /** What is wrong, for people. */
    String message() default "must be less than openalpha.shard.count, for shards are numbered from 0";

    /** See {@link Constraint}. */
    Class<?>[] groups() default {};

    /** See {@link Constraint}. */
    Class<? extends Payload>[] payload() default {};

    /** Complains of the index. */
    final class Validator implements ConstraintValidator<ExistingShard, ShardProperties> {

        @Override
        public boolean isValid(ShardProperties shard, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("index")
                    .addConstraintViolation();
            // What is wrong with the number itself is said by its own constraint.
            return shard.index() < Math.max(1, shard.count());
        }
    }
}
