package io.openalpha.ops.serving;

import io.micrometer.core.instrument.MeterRegistry;
import io.openalpha.ml.model.VersionName;
import io.openalpha.ml.prediction.ModelEvents;

/** Counts in {@code openalpha.model.loads}, by {@code algorithm} and {@code result}: {@code done} or {@code failed}. */
record CountedModels(MeterRegistry meters) implements ModelEvents {

    @Override
    public void serving(VersionName version) {
        count(version, "done");
    }

    @Override
    public void refused(VersionName version, String problem) {
        count(version, "failed");
    }

    private void count(VersionName version, String result) {
        meters.counter("openalpha.model.loads", "algorithm", version.algorithm(), "result", result)
                .increment();
    }
}
