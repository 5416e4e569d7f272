package io.openalpha.app;

import io.openalpha.database.DatabaseUnavailableException;
import io.openalpha.market.transfer.ExportFailedException;
import io.openalpha.ml.model.ModelStoreException;
import io.openalpha.ml.model.UnknownVersionException;
import io.openalpha.run.ExitCode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * What a failure means for the user at the terminal.
 *
 * @param exitCode of the process
 * @param message what was wrong, with which value, and what to do
 * @param trace the failure itself where it is a fault of OpenAlpha, not of the input or the surroundings
 */
record ErrorReport(
        ExitCode exitCode, String message, @Nullable Throwable trace) {

    private static final Map<Class<?>, String> EXPECTED = Map.of(
            int.class, "a whole number",
            long.class, "a whole number",
            double.class, "a number",
            Duration.class, "a duration such as 30s",
            Period.class, "a period such as 90d",
            DataSize.class, "a size such as 10MB");

    static ErrorReport about(Throwable failure) {
        List<Throwable> chain = chain(failure);
        for (Throwable cause : chain) {
            if (cause instanceof UsageException || cause instanceof UnknownVersionException) {
                return new ErrorReport(ExitCode.USAGE, text(cause), null);
            }
            if (cause instanceof ModelStoreException || cause instanceof ExportFailedException) {
                return new ErrorReport(ExitCode.FAILED, text(cause), null);
            }
            if (cause instanceof DatabaseUnavailableException unavailable) {
                return new ErrorReport(exitCode(unavailable), text(cause), null);
            }
            if (cause instanceof PortInUseException taken) {
                return new ErrorReport(ExitCode.USAGE, portInUse(taken.getPort()), null);
            }
            if (cause instanceof BindValidationException invalid) {
                return new ErrorReport(ExitCode.USAGE, invalidSettings(invalid), null);
            }
        }
        for (Throwable cause : chain) {
            if (cause instanceof BindException unreadable) {
                return new ErrorReport(ExitCode.USAGE, unreadableSetting(unreadable), null);
            }
        }
        return new ErrorReport(ExitCode.FAILED, "unexpected failure: " + failure, failure);
    }

    private static ExitCode exitCode(DatabaseUnavailableException unavailable) {
        return Arrays.stream(ExitCode.values())
                .filter(code -> code.code() == unavailable.getExitCode())
                .findFirst()
                .orElse(ExitCode.FAILED);
    }

    void print(PrintWriter err) {
        err.println("openalpha: " + message);
        if (trace != null) {
            trace.printStackTrace(err);
        }
        err.flush();
    }

    private static String portInUse(int port) {
        return "port %s is taken by another program: choose others with --port and --management-port (0 for any)"
                .formatted(port);
    }

    private static String invalidSettings(BindValidationException invalid) {
        String prefix = invalid.getValidationErrors().getName().toString();
        return invalid.getValidationErrors().getAllErrors().stream()
                .map(error -> invalidSetting(prefix, error))
                .collect(Collectors.joining("; "));
    }

    private static String invalidSetting(String prefix, ObjectError error) {
        if (error instanceof FieldError field) {
            return "setting %s.%s is %s but %s"
                    .formatted(
                            prefix,
                            kebab(field.getField()),
                            withoutCredentials(field.getRejectedValue()),
                            field.getDefaultMessage());
        }
        return "settings %s: %s".formatted(prefix, error.getDefaultMessage());
    }

    private static String unreadableSetting(BindException unreadable) {
        return "setting %s is '%s' but must be %s"
                .formatted(
                        unreadable.getName(),
                        withoutCredentials(rejectedValue(unreadable)),
                        expected(unreadable.getTarget().getType().toClass()));
    }

    private static String withoutCredentials(@Nullable Object value) {
        return String.valueOf(value).replaceFirst("//[^/]*@", "//");
    }

    /** Known to the conversion alone where the setting refers to a variable. */
    private static String rejectedValue(BindException unreadable) {
        for (Throwable cause : chain(unreadable)) {
            if (cause instanceof ConversionFailedException failed) {
                return String.valueOf(failed.getValue());
            }
        }
        ConfigurationProperty property = unreadable.getProperty();
        return property == null ? "?" : String.valueOf(property.getValue());
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return EXPECTED.getOrDefault(type, "a " + type.getSimpleName());
    }

    private static String kebab(String field) {
        return field.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String text(Throwable cause) {
        return String.valueOf(cause.getMessage());
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !chain.contains(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
