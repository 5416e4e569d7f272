package io.openalpha.ml.learner.network;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.artifact.Scaling;
import io.openalpha.ml.learner.tribuo.SamplesDataset;
import io.openalpha.ml.learner.work.Workers;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.interop.tensorflow.GradientOptimiser;
import org.tribuo.interop.tensorflow.TensorFlowModel;
import org.tribuo.interop.tensorflow.TensorFlowTrainer;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.EnsembleModelProvenance;
import org.tribuo.provenance.ModelProvenance;

/** Trains the members of a network and makes one model of them. */
final class MemberTraining {

    private static final float EPSILON = 1e-7f;
    private static final int SILENT = -1;

    private final NetworkSettings settings;
    private final Samples samples;
    private final Scaling scaling;
    private final TrainingProgress progress;
    private final AtomicInteger batchesBegun = new AtomicInteger();
    private final ConcurrentSkipListMap<Integer, TensorFlowModel<Label>> members = new ConcurrentSkipListMap<>();

    MemberTraining(NetworkSettings settings, Samples samples, Scaling scaling, TrainingProgress progress) {
        this.settings = settings;
        this.samples = samples;
        this.scaling = scaling;
        this.progress = progress;
    }

    /** Trains, saves, and frees all that TensorFlow holds. */
    ModelProto run(Map<String, Provenance> provenance) {
        long[] seeds =
                new SplittableRandom(settings.seed()).longs(settings.members()).toArray();
        try {
            Workers.run(settings.threads(), seeds.length, i -> members.put(i, train(seeds[i], provenance)));
            progress.report("epochs", epochs(), epochs());
            return mean(List.copyOf(members.values()), provenance).serialize();
        } finally {
            members.values().forEach(TensorFlowModel::close);
        }
    }

    /** A batch is about to begin. Each is a chance to be stopped. */
    private void onBatch() {
        int batchesAnEpoch = (samples.size() + settings.batch() - 1) / settings.batch();
        progress.report("epochs", batchesBegun.getAndIncrement() / batchesAnEpoch, epochs());
    }

    /** Of all members together. */
    private int epochs() {
        return settings.epochs() * settings.members();
    }

    private TensorFlowModel<Label> train(long seed, Map<String, Provenance> provenance) {
        Map<String, Float> adam = Map.of(
                "learningRate",
                (float) settings.learningRate(),
                "betaOne",
                AdamSteps.BETA_ONE,
                "betaTwo",
                AdamSteps.BETA_TWO,
                "epsilon",
                EPSILON);
        AdamSteps steps = new AdamSteps();
        TensorFlowTrainer<Label> trainer = new TensorFlowTrainer<>(
                LayerGraph.of(samples.width(), settings.hiddenLayers(), seed),
                LayerGraph.OUTPUT,
                GradientOptimiser.ADAM,
                adam,
                new BatchConverter(steps, this::onBatch),
                steps,
                settings.batch(),
                settings.epochs(),
                settings.batch(),
                SILENT);
        return trainer.train(SamplesDataset.shuffled(samples, scaling, seed), provenance);
    }

    private static WeightedEnsembleModel<Label> mean(List<Model<Label>> members, Map<String, Provenance> provenance) {
        Model<Label> first = members.get(0);
        ModelProvenance origin = first.getProvenance();
        EnsembleModelProvenance ensemble = new EnsembleModelProvenance(
                WeightedEnsembleModel.class.getName(),
                origin.getTrainingTime(),
                origin.getDatasetProvenance(),
                origin.getTrainerProvenance(),
                provenance,
                ListProvenance.createListProvenance(members));
        return new WeightedEnsembleModel<>(
                NeuralNetwork.ALGORITHM,
                ensemble,
                first.getFeatureIDMap(),
                first.getOutputIDInfo(),
                members,
                new FullyWeightedVotingCombiner());
    }
}
