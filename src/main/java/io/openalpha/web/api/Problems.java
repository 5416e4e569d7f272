package io.openalpha.web.api;

import io.openalpha.market.Symbol;
import io.openalpha.ml.model.VersionName;
import io.openalpha.ml.prediction.PredictionResult;
import io.openalpha.ops.launch.LaunchException;
import io.openalpha.ops.launch.TooSoonException;
import io.openalpha.ops.launch.UnknownRunException;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunEnd;
import io.openalpha.run.RunId;
import io.openalpha.web.problem.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What can be wrong with a request, in words for its sender. */
final class Problems {

    static final Problem NO_MODEL = new Problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "no-model",
            "No model serves yet.",
            "Train, and promote a version if that is left to people.");

    private static final int SHOWN = 300;

    private Problems() {}

    static Problem badParameter(String name, String value, String expected) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "bad-parameter",
                        "Parameter '%s' is '%s'.".formatted(name, shown(value)),
                        "Give %s.".formatted(expected))
                .with("parameter", name);
    }

    static Problem unknownSymbol(Symbol symbol) {
        return notFound(
                "unknown-symbol", "There is no symbol %s.".formatted(symbol), "GET /api/v1/symbols lists them.");
    }

    static Problem noQuote(Symbol symbol, boolean known) {
        return known
                ? notFound(
                        "no-quote",
                        "There is no quote of %s yet.".formatted(symbol),
                        "Wait for the next collection, or start one.")
                : unknownSymbol(symbol);
    }

    static Problem unknownVersion(VersionName version) {
        return notFound(
                "unknown-version",
                "There is no model version %s.".formatted(version),
                "GET /api/v1/models lists them.");
    }

    static Problem unknownAlgorithm(String algorithm) {
        return notFound(
                "unknown-algorithm",
                "There is no model of algorithm '%s'.".formatted(shown(algorithm)),
                "GET /api/v1/models lists the versions, which begin with their algorithm.");
    }

    static Problem nothingBefore(String algorithm) {
        return new Problem(
                HttpStatus.CONFLICT,
                "nothing-to-roll-back-to",
                "No version of '%s' that is still there served before.".formatted(shown(algorithm)),
                "Promote a version of GET /api/v1/models instead.");
    }

    static Problem unknownRun(RunId run) {
        return notFound("unknown-run", "There is no run %s.".formatted(run), "GET /api/v1/admin/jobs/runs lists them.");
    }

    static Problem unknownTask(String task) {
        return notFound(
                "unknown-task", "There is no task %s.".formatted(task), "The answer to a start names its task.");
    }

    static Problem senseless(IllegalArgumentException cause) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                sentence(cause.getMessage()),
                "Send what /v3/api-docs shows for this path.");
    }

    static Problem notResumable(IllegalArgumentException cause) {
        return new Problem(
                HttpStatus.CONFLICT, "not-resumable", sentence(cause.getMessage()), "Start the job anew instead.");
    }

    static Problem notStoppable(IllegalArgumentException cause) {
        return new Problem(
                HttpStatus.CONFLICT,
                "not-stoppable",
                sentence(cause.getMessage()),
                "GET /api/v1/admin/jobs/runs?state=started lists the runs at work.");
    }

    static Problem notAbandoned(RunEnd end) {
        return new Problem(
                HttpStatus.CONFLICT,
                "not-abandoned",
                sentence(end.message()),
                end.exitCode() == ExitCode.LOCKED
                        ? "Stop the run first."
                        : "GET /api/v1/admin/jobs/runs?state=failed lists runs that can be given up.");
    }

    static Problem unreadable(String what) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "unreadable-body",
                "The body %s.".formatted(shown(what)),
                "Send what /v3/api-docs shows for this path.");
    }

    static Problem unknownRun(UnknownRunException cause) {
        return notFound("unknown-run", sentence(cause.getMessage()), "GET /api/v1/admin/jobs/runs lists what ran.");
    }

    static Problem notLaunched(LaunchException cause) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "not-launched",
                sentence(cause.getMessage()),
                "Remove the cause and try again.");
    }

    static Problem tooSoon(TooSoonException cause) {
        return new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-soon",
                        sentence(cause.getMessage()),
                        "Follow that task, or try again later.")
                .with("task_id", cause.task().value());
    }

    static Problem tooLittleHistory(PredictionResult.TooLittleHistory little) {
        return new Problem(
                HttpStatus.CONFLICT,
                "too-little-history",
                "There are %s recent bars of %s in a row, and %s are needed."
                        .formatted(little.bars(), little.symbol(), PredictionResult.TooLittleHistory.NEEDED),
                "Backfill the symbol, or wait until it has traded for longer.");
    }

    private static String sentence(@Nullable String message) {
        String text = shown(Objects.requireNonNullElse(message, "it could not be done"));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    static Problem notFound(String kind, String detail, String action) {
        return new Problem(HttpStatus.NOT_FOUND, kind, detail, action);
    }

    /** A value made safe for a message. */
    static String shown(String value) {
        String plain = value.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
    }
}
