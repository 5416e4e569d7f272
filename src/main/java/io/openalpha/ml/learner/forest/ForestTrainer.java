package io.openalpha.ml.learner.forest;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.tribuo.SamplesDataset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/** Trains forests from any of Tribuo's data sets whose labels are "0" and "1"; a feature that an example lacks is 0. */
@SuppressWarnings("UnusedVariable") // Tribuo reads the configured fields for its provenance
public final class ForestTrainer implements Trainer<Label> {

    @Config(description = "Number of trees.")
    private final int trees;

    @Config(description = "Splits between the root and a leaf at most.")
    private final int maxDepth;

    @Config(description = "Features drawn for each split, 0 for the square root of their number.")
    private final int featuresPerSplit;

    @Config(description = "Rows that a leaf has at least.")
    private final int minLeaf;

    @Config(description = "Intervals that a feature's values are sorted into.")
    private final int bins;

    @Config(description = "Seed of all that is drawn.")
    private final long seed;

    private final ForestSettings settings;
    private final TrainingProgress progress;
    private int invocations;

    /** A trainer that tells the progress of each training. */
    public ForestTrainer(ForestSettings settings, TrainingProgress progress) {
        this.trees = settings.trees();
        this.maxDepth = settings.maxDepth();
        this.featuresPerSplit = settings.featuresPerSplit();
        this.minLeaf = settings.minLeaf();
        this.bins = settings.bins();
        this.seed = settings.seed();
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    public ForestModel train(Dataset<Label> examples, Map<String, Provenance> runProvenance) {
        Samples samples = examples instanceof SamplesDataset ours ? ours.samples() : samples(examples);
        Forest forest = ForestGrower.grow(samples, settings, progress);
        ModelProvenance provenance = new ModelProvenance(
                ForestModel.class.getName(),
                // The time of day would make equal models differ; the manifest beside the model says it.
                Instant.EPOCH.atOffset(ZoneOffset.UTC),
                examples.getProvenance(),
                getProvenance(),
                runProvenance);
        invocations++;
        return new ForestModel(provenance, examples.getFeatureIDMap(), examples.getOutputIDInfo(), forest);
    }

    private static Samples samples(Dataset<Label> examples) {
        ImmutableFeatureMap features = examples.getFeatureIDMap();
        List<String> names = new ArrayList<>();
        for (int id = 0; id < features.size(); id++) {
            names.add(features.get(id).getName());
        }
        float[] values = new float[examples.size() * names.size()];
        byte[] labels = new byte[examples.size()];
        int row = 0;
        for (Example<Label> example : examples) {
            for (Feature feature : example) {
                values[row * names.size() + features.getID(feature.getName())] = (float) feature.getValue();
            }
            labels[row++] = label(example.getOutput().getLabel());
        }
        Samples samples = Samples.of(names, values, labels);
        samples.requireTrainable();
        return samples;
    }

    private static byte label(String name) {
        return switch (name) {
            case "0" -> 0;
            case "1" -> 1;
            default -> throw new IllegalArgumentException("A forest learns the labels 0 and 1, not " + name);
        };
    }

    @Override
    public int getInvocationCount() {
        return invocations;
    }

    /** Only counts: every training with the same data gives the same forest. */
    @Override
    public void setInvocationCount(int invocationCount) {
        invocations = invocationCount;
    }

    @Override
    public TrainerProvenance getProvenance() {
        return new TrainerProvenanceImpl(this);
    }
}
