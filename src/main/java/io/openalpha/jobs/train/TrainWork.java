package io.openalpha.jobs.train;

import io.openalpha.ml.evaluation.Candidate;
import io.openalpha.ml.evaluation.Decision;
import io.openalpha.ml.evaluation.PromotionGate;
import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.reader.TrainedModelReader;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.ml.model.Reason;
import io.openalpha.ml.model.VersionName;
import io.openalpha.run.Work;
import io.openalpha.run.WorkProgress;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;

/** Trains one algorithm on all rows, publishes the model as a version, and decides whether it serves. */
record TrainWork(Algorithm algorithm, TrainingParts parts, TrainingSession session) implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(TrainWork.class);

    /** Rows on which the stored model must say the same as the trained one. */
    private static final int COMPARED = 20_000;

    @Override
    public ExitStatus run(WorkProgress progress) throws IOException {
        List<ModelVersion> before = earlierVersions();
        if (before.stream().anyMatch(version -> isOf(version, progress.jobInstanceId()) && isDecided(version))) {
            LOG.info("{} was trained before this run was resumed", algorithm.name());
            return ExitStatus.COMPLETED;
        }
        boolean first = before.stream().noneMatch(this::isDecided);
        AlgorithmTest test = session.trial(algorithm.name());
        Samples samples = samples(session.dataset());
        TrainedModel model = algorithm
                .learner()
                .train(samples, StoppableTraining.until(progress))
                .calibrated(test.calibration());
        progress.requireLock();
        VersionName version = publish(model, samples, test, progress.jobInstanceId());
        boolean alike = predictsAlike(version, model, samples);
        progress.requireLock();
        decide(version, new Candidate(test.assessment(), alike, first));
        return ExitStatus.COMPLETED;
    }

    private List<ModelVersion> earlierVersions() {
        return parts.models().registry().versions().stream()
                .filter(version -> version.name().algorithm().equals(algorithm.name()))
                .toList();
    }

    private static boolean isOf(ModelVersion version, long jobInstanceId) {
        Long trained = version.jobInstanceId();
        return trained != null && trained == jobInstanceId;
    }

    /** One that was published by a run that died has no decision yet and does not count. */
    private boolean isDecided(ModelVersion version) {
        return !parts.models().registry().decisions(version.name()).isEmpty();
    }

    private static Samples samples(Dataset dataset) {
        int[] rows = dataset.labelledRows(0, dataset.days().size());
        return new Samples(dataset.features(), dataset.values(), dataset.labels(), rows);
    }

    private VersionName publish(TrainedModel model, Samples samples, AlgorithmTest test, long jobInstanceId) {
        return parts.models()
                .publisher()
                .publish(
                        new ManifestWriter(parts.settings(), algorithm, session.dataset()).of(samples, model),
                        test.assessment(),
                        jobInstanceId,
                        model::writeTo)
                .name();
    }

    private boolean predictsAlike(VersionName version, TrainedModel model, Samples samples) throws IOException {
        int every = Math.max(1, samples.size() / COMPARED);
        Samples some = samples.subset(IntStream.range(0, samples.size() / every)
                .map(i -> samples.rows()[i * every])
                .toArray());
        try (InputStream stored = parts.models().reader().open(version)) {
            return Arrays.equals(TrainedModelReader.read(stored).probabilities(some), model.probabilities(some));
        }
    }

    private void decide(VersionName version, Candidate candidate) {
        Decision decision = PromotionGate.decide(candidate, parts.settings().promotion());
        parts.models()
                .registry()
                .decide(version, decision.ruling(), new Reason("train", decision.reason(), decision.checks()));
        LOG.info(
                "Training completed with metrics: {}: {}, {} ({})",
                version,
                Headline.of(candidate.assessment().metrics()),
                decision.ruling().word(),
                decision.reason());
    }
}
