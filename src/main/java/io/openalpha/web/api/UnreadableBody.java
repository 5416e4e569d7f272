package io.openalpha.web.api;

import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body, without naming the classes that it is read into. */
final class UnreadableBody {

    private UnreadableBody() {}

    /** How a sentence about the body goes on. */
    static String complaint(HttpMessageNotReadableException unreadable) {
        Throwable cause = unreadable.getCause();
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return "has an unknown member '%s'".formatted(unknown.getPropertyName());
        }
        if (cause instanceof StreamReadException broken) {
            return "is no JSON from line %s, column %s on"
                    .formatted(
                            broken.getLocation().getLineNr(),
                            broken.getLocation().getColumnNr());
        }
        return cause instanceof JacksonException mismatch ? mismatch(mismatch) : "is missing";
    }

    private static String mismatch(JacksonException mismatch) {
        String path = mismatch.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[%s]".formatted(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "does not have the expected form" : "has a wrong value at '%s'".formatted(path);
    }
}
