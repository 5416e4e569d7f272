package io.openalpha.ml.learner.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.artifact.FeatureOrder;
import io.openalpha.ml.learner.artifact.Scaling;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.tribuo.CategoricalInfo;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.OutputInfo;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.protos.core.DatasetProto;
import org.tribuo.provenance.DatasetProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Samples as a Tribuo data set, whose examples are made when they are asked for: a million of them at once would take
 * gigabytes. Rows are shuffled and features scaled on the way; the samples themselves stay as they are.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // nothing changes once it is made
public final class SamplesDataset extends Dataset<Label> {

    private static final LabelFactory LABELS = new LabelFactory();

    private static final Label[] LABEL = {new Label("0"), new Label("1")};

    private final transient Samples samples;
    private final transient Scaling scaling;
    private final int[] order;
    private final int[] columns;
    private final String[] names;
    private final ImmutableFeatureMap features;
    private final OutputInfo<Label> outputs;

    private SamplesDataset(Samples samples, Scaling scaling, int[] order) {
        super(
                new SimpleDataSourceProvenance(
                        // When it happened would make equal models differ; the manifest beside the model says it.
                        "samples", Instant.EPOCH.atOffset(ZoneOffset.UTC), LABELS),
                LABELS);
        this.samples = samples;
        this.scaling = scaling;
        this.order = order;
        this.columns = FeatureOrder.columns(samples.features());
        this.names = Arrays.stream(columns).mapToObj(samples.features()::get).toArray(String[]::new);
        // Of a feature, Tribuo's trainers need the name only.
        this.features = new ImmutableFeatureMap(
                Arrays.stream(names).<VariableInfo>map(CategoricalInfo::new).toList());
        this.outputs = labelsOf(samples);
    }

    /** The samples with their features scaled, in an order that the seed gives. */
    public static SamplesDataset shuffled(Samples samples, Scaling scaling, long seed) {
        int[] order = new int[samples.size()];
        Arrays.setAll(order, i -> i);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = order.length; i > 1; i--) {
            int other = random.nextInt(i);
            int moved = order[i - 1];
            order[i - 1] = order[other];
            order[other] = moved;
        }
        return new SamplesDataset(samples, scaling, order);
    }

    private static OutputInfo<Label> labelsOf(Samples samples) {
        var counted = LABELS.generateInfo();
        for (int i = 0; i < samples.size(); i++) {
            counted.observe(LABEL[samples.label(i)]);
        }
        return counted;
    }

    /** Copies the features of one of its examples into an array, in the order of Tribuo's numbers. */
    public static void copyRow(Example<?> example, float[] target, int at) {
        ((RowExample) example).copyTo(target, at);
    }

    @Override
    public int size() {
        return order.length;
    }

    @Override
    public Example<Label> getExample(int index) {
        int row = order[index];
        double[] values = new double[columns.length];
        for (int id = 0; id < values.length; id++) {
            values[id] = scaling.apply(columns[id], samples.value(row, columns[id]));
        }
        return new RowExample(LABEL[samples.label(row)], names, values);
    }

    @Override
    public List<Example<Label>> getData() {
        return new AbstractList<>() {
            @Override
            public Example<Label> get(int index) {
                return getExample(index);
            }

            @Override
            public int size() {
                return order.length;
            }
        };
    }

    @Override
    public Iterator<Example<Label>> iterator() {
        return getData().iterator();
    }

    @Override
    public Set<Label> getOutputs() {
        return outputs.getDomain();
    }

    @Override
    public ImmutableOutputInfo<Label> getOutputIDInfo() {
        return outputs.generateImmutableOutputInfo();
    }

    @Override
    public OutputInfo<Label> getOutputInfo() {
        return outputs;
    }

    @Override
    public ImmutableFeatureMap getFeatureIDMap() {
        return features;
    }

    @Override
    public ImmutableFeatureMap getFeatureMap() {
        return features;
    }

    @Override
    public DatasetProvenance getProvenance() {
        return new DatasetProvenance(sourceProvenance, new ListProvenance<>(), this);
    }

    @Override
    public DatasetProto serialize() {
        throw new UnsupportedOperationException("Samples are saved by those who own them");
    }
}
