package io.openalpha.web.api;

import io.openalpha.ml.model.ModelStoreException;
import io.openalpha.ops.launch.LaunchException;
import io.openalpha.ops.launch.TooSoonException;
import io.openalpha.ops.launch.UnknownRunException;
import io.openalpha.web.problem.Problem;
import io.openalpha.web.problem.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever a controller throws into a problem document that its reader can act upon. */
@RestControllerAdvice
class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
    private static final int LATER = 10;
    private static final Map<Integer, String> ACTIONS = Map.of(
            404, "See /v3/api-docs for what there is.",
            405, "Use one of the methods of the header Allow.",
            406, "Accept one of the media types that /v3/api-docs names for this path.",
            413, "Send less.",
            415, "Send the body as application/json.");

    @ExceptionHandler
    ResponseEntity<Object> refused(ProblemException refused) {
        Problem problem = refused.problem();
        return problem.status() == HttpStatus.SERVICE_UNAVAILABLE ? response(problem, LATER) : response(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(IllegalArgumentException senseless) {
        return response(Problems.senseless(senseless));
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(TooSoonException tooSoon) {
        long seconds = Duration.between(Instant.now(), tooSoon.retryAt()).toSeconds();
        return response(Problems.tooSoon(tooSoon), Math.max(1, seconds + 1));
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(UnknownRunException unknown) {
        return response(Problems.unknownRun(unknown));
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(LaunchException failed) {
        return response(Problems.notLaunched(failed));
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(ModelStoreException broken) {
        return response(new Problem(
                HttpStatus.CONFLICT,
                "model-store",
                String.valueOf(broken.getMessage()),
                "Promote another version, or train again."));
    }

    @ExceptionHandler({DataAccessException.class, CannotCreateTransactionException.class})
    ResponseEntity<Object> noDatabase(RuntimeException failure) {
        LOG.warn("The database is not available: {}", failure.getMessage());
        Problem problem = new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-unavailable",
                "The database is not available.",
                "Try again in some seconds.");
        return response(problem, LATER);
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception failure) {
        String incident = UUID.randomUUID().toString();
        LOG.error("Incident {}", incident, failure);
        return response(new Problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "unexpected",
                        "An internal error occurred.",
                        "Look for the incident in the log of the service.")
                .with("incident", incident));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : Objects.requireNonNullElse(mismatch.getPropertyName(), "?");
        return response(Problems.badParameter(name, String.valueOf(mismatch.getValue()), expected(mismatch)));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ParameterValidationResult first =
                invalid.getParameterValidationResults().get(0);
        String name = Objects.requireNonNullElse(first.getMethodParameter().getParameterName(), "?");
        String expected = first.getResolvableErrors().stream()
                .map(MessageSourceResolvable::getDefaultMessage)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return response(Problems.badParameter(name, String.valueOf(first.getArgument()), expected));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return response(Problems.unreadable(UnreadableBody.complaint(unreadable)));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        FieldError first = invalid.getBindingResult().getFieldErrors().get(0);
        return response(Problems.badParameter(
                first.getField(), String.valueOf(first.getRejectedValue()), String.valueOf(first.getDefaultMessage())));
    }

    @Override
    protected ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return response(Problems.notFound(
                "not-found",
                "There is no %s /%s.".formatted(missing.getHttpMethod(), Problems.shown(missing.getResourcePath())),
                "See /v3/api-docs for what there is."));
    }

    /** Gives the framework's own documents the members that ours have. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail document && document.getProperties() == null) {
            String kind = Objects.requireNonNullElse(document.getTitle(), "refused");
            document.setType(URI.create(
                    "urn:openalpha:problem:" + kind.toLowerCase(Locale.ROOT).replace(' ', '-')));
            document.setProperty(
                    "action", ACTIONS.getOrDefault(status.value(), "Send what /v3/api-docs shows for this path."));
        }
        return new ResponseEntity<>(body, headers, status);
    }

    private static ResponseEntity<Object> response(Problem problem) {
        return ResponseEntity.status(problem.status()).body(problem.document());
    }

    private static ResponseEntity<Object> response(Problem problem, long retryAfter) {
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter))
                .body(problem.document());
    }

    private static String expected(TypeMismatchException mismatch) {
        Class<?> type = mismatch.getRequiredType();
        if (mismatch.getCause() instanceof ConversionFailedException failed
                && failed.getCause() instanceof BadTextException bad) {
            return bad.expected();
        }
        if (type != null && type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return type == boolean.class ? "true or false" : "a whole number";
    }
}
