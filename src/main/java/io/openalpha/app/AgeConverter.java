package io.openalpha.app;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an age as it is typed: {@code 90d}, {@code 12h}, {@code PT1H}. */
final class AgeConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String typed) {
        try {
            Duration age = DurationStyle.detectAndParse(typed);
            if (!age.isNegative()) {
                return age;
            }
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'%s' is not an age such as 90d or 12h".formatted(typed));
        }
        throw new TypeConversionException("'%s' is negative".formatted(typed));
    }
}
