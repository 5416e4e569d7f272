package io.openalpha.web.dashboard.overview;

import io.openalpha.run.ExecutionRecord;
import io.openalpha.run.RunState;
import io.openalpha.web.dashboard.models.ModelLine;
import io.openalpha.web.dashboard.page.DisplayFormat;
import io.openalpha.web.dashboard.schedule.SeenPlans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Says what the figures mean, and what to do. */
final class Diagnosis {

    private static final String COLLECT = "collect";
    private static final double TOLERATED_SHARE = 0.95;
    private static final Duration OLD_TRAINING = Duration.ofHours(36);

    private final DisplayFormat displayFormat;

    Diagnosis(DisplayFormat displayFormat) {
        this.displayFormat = displayFormat;
    }

    /** One sentence for the top of the page. */
    String sentence(Freshness freshness, List<RecentRuns> strips, List<ModelLine> serving, SeenPlans seen) {
        StringJoiner sentence = new StringJoiner("; ", "", ".");
        sentence.add(data(freshness));
        sentence.add(lastSuccess(strips, "train")
                .map(run -> "trained " + displayFormat.ago(run.created()))
                .orElse("no training yet"));
        sentence.add(
                serving.isEmpty() ? "no model serves" : displayFormat.count(serving.size(), "model") + " in service");
        nextCollection(seen).ifPresent(sentence::add);
        return sentence.toString();
    }

    /** Empty if nothing starts one by itself. */
    private Optional<String> nextCollection(SeenPlans seen) {
        return seen.isUnknown(displayFormat.since(seen.at()))
                ? Optional.of("next collection not known for " + displayFormat.age(seen.at()))
                : seen.next(COLLECT).map(next -> "next collection in " + displayFormat.until(next));
    }

    /**
     * Runs of the schedule that left no trace of their own, such as those whose pod cannot start.
     *
     * @param rows the newest runs
     */
    static List<Alert> ofSchedule(SeenPlans seen, List<ExecutionRecord> rows) {
        return seen.inTrouble().stream()
                .filter(plan -> rows.stream().noneMatch(row -> row.runId().equals(plan.newestRun())))
                .map(plan -> new Alert(
                        "bad",
                        "The scheduled %s has not begun".formatted(plan.job()),
                        "%s: %s".formatted(plan.newestRun(), plan.trouble()),
                        "/schedule",
                        "See the schedule"))
                .toList();
    }

    private String data(Freshness freshness) {
        if (freshness.enabled() == 0) {
            return "No symbols yet";
        }
        if (freshness.newest() == null) {
            return "No quotes of %s yet".formatted(displayFormat.count(freshness.enabled(), "symbol"));
        }
        if (freshness.fresh() == freshness.enabled()) {
            return "All %s fresh".formatted(displayFormat.count(freshness.enabled(), "symbol"));
        }
        return "%s of %s fresh"
                .formatted(displayFormat.count(freshness.fresh()), displayFormat.count(freshness.enabled(), "symbol"));
    }

    /** The worst of what is to be said. */
    static String tone(Freshness freshness, List<Alert> alerts) {
        if (alerts.stream().anyMatch(alert -> alert.tone().equals("bad"))) {
            return "bad";
        }
        if (freshness.newest() == null) {
            return "idle";
        }
        return alerts.isEmpty() ? "good" : "warn";
    }

    /** What should be looked at, the worst first. */
    List<Alert> alerts(Freshness freshness, List<RecentRuns> strips, List<ModelLine> serving) {
        List<Alert> alerts = new ArrayList<>();
        strips.forEach(recentRuns -> lastRun(recentRuns).ifPresent(alerts::add));
        staleness(freshness).ifPresent(alerts::add);
        serving.stream()
                .filter(model -> model.tone().equals("bad"))
                .map(Diagnosis::weakModel)
                .forEach(alerts::add);
        oldTraining(strips).ifPresent(alerts::add);
        return alerts;
    }

    private Optional<Alert> lastRun(RecentRuns recentRuns) {
        return recentRuns
                .lastThatWorked()
                .filter(run -> run.state().isResumable())
                .map(run -> ended(recentRuns.job(), run));
    }

    private Alert ended(String job, ExecutionRecord run) {
        boolean stopped = run.state() == RunState.STOPPED;
        return new Alert(
                stopped ? "warn" : "bad",
                "The last %s run %s".formatted(job, ending(run.state())),
                reason(run),
                "/runs/" + run.runId(),
                stopped ? "Restart or abandon it" : "See why, and restart it");
    }

    private static String ending(RunState state) {
        return switch (state) {
            case STOPPED -> "was stopped";
            case LOST -> "has lost its process";
            default -> "failed";
        };
    }

    private String reason(ExecutionRecord run) {
        if (!run.message().isEmpty()) {
            return run.message();
        }
        return "It began %s.".formatted(displayFormat.ago(run.created()));
    }

    private Optional<Alert> staleness(Freshness freshness) {
        if (freshness.newest() == null || freshness.share() >= TOLERATED_SHARE) {
            return Optional.empty();
        }
        return Optional.of(new Alert(
                freshness.fresh() == 0 ? "bad" : "warn",
                "%s without a fresh quote"
                        .formatted(displayFormat.count(freshness.stale() + freshness.never(), "symbol")),
                "The newest quote was fetched %s.".formatted(displayFormat.ago(freshness.newest())),
                "/data?only=stale",
                "See which symbols"));
    }

    private static Alert weakModel(ModelLine model) {
        return new Alert(
                "warn",
                "%s is %s".formatted(model.version(), model.worth()),
                "Its rank IC out of sample is not above the best baseline's.",
                "/models/" + model.version(),
                "Compare, roll back or train again");
    }

    private Optional<Alert> oldTraining(List<RecentRuns> strips) {
        return lastSuccess(strips, "train")
                .filter(run -> displayFormat.since(run.created()).compareTo(OLD_TRAINING) > 0)
                .map(run -> new Alert(
                        "warn",
                        "The last successful training was %s".formatted(displayFormat.ago(run.created())),
                        "Models learn nothing of what has happened since.",
                        "/schedule",
                        "Start a training"));
    }

    private static Optional<ExecutionRecord> lastSuccess(List<RecentRuns> strips, String job) {
        return strips.stream()
                .filter(recentRuns -> recentRuns.job().equals(job))
                .flatMap(recentRuns -> recentRuns.bars().stream())
                .map(RecentRuns.Bar::run)
                .filter(run -> run.state() == RunState.COMPLETED)
                .max(Comparator.comparing(ExecutionRecord::created));
    }
}
