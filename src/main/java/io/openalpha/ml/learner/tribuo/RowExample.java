package io.openalpha.ml.learner.tribuo;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.FeatureMap;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.ExampleProto;
import org.tribuo.util.Merger;

/** One row of the samples, seen as Tribuo's example for as long as somebody holds it. It cannot be changed. */
final class RowExample extends Example<Label> {

    private final transient SamplesDataset dataset;
    private final int row;

    RowExample(SamplesDataset dataset, int row, Label label) {
        super(label);
        this.dataset = dataset;
        this.row = row;
    }

    void copyTo(float[] target, int at) {
        for (int id = 0; id < dataset.width(); id++) {
            target[at + id] = dataset.value(row, id);
        }
    }

    @Override
    public Iterator<Feature> iterator() {
        return IntStream.range(0, size())
                .mapToObj(id -> new Feature(dataset.name(id), dataset.value(row, id)))
                .iterator();
    }

    @Override
    public int size() {
        return dataset.width();
    }

    @Override
    public boolean validateExample() {
        return true;
    }

    @Override
    public boolean isDense(FeatureMap features) {
        return features.size() == size();
    }

    @Override
    public Example<Label> copy() {
        return new ArrayExample<>(this);
    }

    @Override
    public ExampleProto serialize() {
        return copy().serialize();
    }

    @Override
    protected void sort() {
        // The dataset keeps the names in order.
    }

    @Override
    protected void densify(List<String> names) {
        throw fixed();
    }

    @Override
    public void canonicalize(FeatureMap features) {
        // The dataset has one copy of each name.
    }

    @Override
    public void add(Feature feature) {
        throw fixed();
    }

    @Override
    public void addAll(Collection<? extends Feature> features) {
        throw fixed();
    }

    @Override
    public void removeFeatures(List<Feature> features) {
        throw fixed();
    }

    @Override
    public void reduceByName(Merger merger) {
        throw fixed();
    }

    @Override
    public void set(Feature feature) {
        throw fixed();
    }

    private static UnsupportedOperationException fixed() {
        return new UnsupportedOperationException("A row of the samples cannot be changed");
    }
}
