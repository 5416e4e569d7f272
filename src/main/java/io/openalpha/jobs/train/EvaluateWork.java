package io.openalpha.jobs.train;

import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.evaluation.ControlResult;
import io.openalpha.ml.evaluation.Evaluator;
import io.openalpha.ml.evaluation.OutOfSampleForecasts;
import io.openalpha.ml.evaluation.PairedComparison;
import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.learner.Learner;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.run.Work;
import io.openalpha.run.WorkProgress;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;

/** Tests one algorithm out of sample against the baselines, its control and the serving model. */
record EvaluateWork(Algorithm algorithm, TrainingProperties settings, ModelRegistry registry, TrainingSession session)
        implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluateWork.class);

    @Override
    public ExitStatus run(WorkProgress progress) {
        Optional<WalkForwardTest> test = WalkForwardTest.of(session.dataset(), settings);
        session.tried(
                algorithm.name(), test.map(found -> trial(found, progress)).orElse(AlgorithmTest.NONE));
        return ExitStatus.COMPLETED;
    }

    private AlgorithmTest trial(WalkForwardTest test, WorkProgress work) {
        TrainingProgress progress = StoppableTraining.until(work);
        work.expect(2L * test.trainings());
        Dataset dataset = session.dataset();
        LastModel last = new LastModel(work);
        WalkForwardTest.Result result = test.run(algorithm.learner(), dataset.labels(), progress, last);
        Assessment beside = Assessment.of(
                new Evaluator(settings.evaluationSettings())
                        .evaluate(
                                algorithm.name(),
                                result.forecasts(),
                                test.outOfSample().periods()),
                session.baselines());
        beside.verdict().forEach(sentence -> LOG.info("{} {}", algorithm.name(), sentence));
        OutOfSampleForecasts control = test.run(
                        algorithm.control(),
                        ControlLabels.of(dataset, settings.seed()),
                        progress,
                        (rows, model) -> work.advance())
                .forecasts();
        Assessment assessment = new Assessment(
                beside.model(),
                beside.baselines(),
                beside.verdict(),
                versusChampion(test, result.forecasts(), progress),
                ControlResult.of(control),
                last.importance(settings.seed()));
        return new AlgorithmTest(assessment, result.calibration());
    }

    /**
     * The artifact that serves has learned from most of the test days, so it cannot be tested on them. What can be
     * compared is the way in which it was made, on the same data: with its settings, fold after fold.
     */
    private @Nullable PairedComparison versusChampion(
            WalkForwardTest test, OutOfSampleForecasts challenger, TrainingProgress progress) {
        return registry.promoted(algorithm.name())
                .map(champion -> champion.manifest().training().settings())
                .map(champions -> PairedComparison.of(
                        challenger, champion(champions, test, challenger, progress), settings.horizon()))
                .orElse(null);
    }

    private OutOfSampleForecasts champion(
            Map<String, String> champions,
            WalkForwardTest test,
            OutOfSampleForecasts challenger,
            TrainingProgress progress) {
        boolean same = algorithm.settings().entrySet().stream()
                .allMatch(setting -> setting.getValue().equals(champions.get(setting.getKey())));
        if (same) {
            return challenger;
        }
        Learner learner = algorithm.withSettings().apply(champions);
        LOG.info("{} is compared with the settings of the one that serves: {}", algorithm.name(), champions);
        return test.run(learner, progress).forecasts();
    }
}
