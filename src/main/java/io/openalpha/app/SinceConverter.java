package io.openalpha.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment as it is typed: a day or an instant in UTC, or how long ago it was. */
final class SinceConverter implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String typed) {
        try {
            if (typed.indexOf('-') <= 0) {
                return Instant.now().minus(new AgeConverter().convert(typed));
            }
            return typed.contains("T")
                    ? Instant.parse(typed)
                    : LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException | TypeConversionException e) {
            throw new TypeConversionException(
                    "'%s' is neither a day (2026-11-22), an instant (2026-11-22T10:00:00Z) nor an age (24h, 7d)"
                            .formatted(typed));
        }
    }
}
