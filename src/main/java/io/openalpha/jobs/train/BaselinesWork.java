package io.openalpha.jobs.train;

import io.openalpha.ml.evaluation.Baseline;
import io.openalpha.ml.evaluation.Evaluation;
import io.openalpha.ml.evaluation.Evaluator;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.linear.LogisticRegression;
import io.openalpha.ml.learner.linear.LogisticSettings;
import io.openalpha.run.Work;
import io.openalpha.run.WorkProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;

/** Evaluates the baselines on the rows that the models are tested on. */
record BaselinesWork(TrainingProperties settings, TrainingSession session) implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(BaselinesWork.class);
    private static final String LOGISTIC = "logistic regression";

    @Override
    public ExitStatus run(WorkProgress progress) {
        Optional<WalkForwardTest> test = WalkForwardTest.of(session.dataset(), settings);
        if (test.isEmpty()) {
            LOG.warn(
                    "{} days are too few, or too similar, to test models on: they are trained without an evaluation",
                    session.dataset().days().size());
        }
        session.baselines(test.map(found -> evaluated(found, StoppableTraining.until(progress)))
                .orElse(List.of()));
        return ExitStatus.COMPLETED;
    }

    private List<Evaluation> evaluated(WalkForwardTest test, TrainingProgress progress) {
        OutOfSample rows = test.outOfSample();
        Evaluator evaluator = new Evaluator(settings.evaluationSettings());
        List<Evaluation> evaluations = new ArrayList<>();
        for (Baseline baseline : Baseline.values()) {
            evaluations.add(evaluator.evaluate(
                    baseline.title(), baseline.forecasts(rows.truth(), rows.past(), rows.periods()), rows.periods()));
        }
        LogisticRegression logistic = new LogisticRegression(LogisticSettings.standard(settings.seed()));
        evaluations.add(
                evaluator.evaluate(LOGISTIC, test.run(logistic, progress).forecasts(), rows.periods()));
        return evaluations;
    }
}
