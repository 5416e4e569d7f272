package io.openalpha.ml.prediction;

import io.openalpha.ml.model.VersionName;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it is told. */
final class HeardEvents implements ModelEvents {

    final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public void serving(VersionName version) {
        heard.add("serving " + version);
    }

    @Override
    public void refused(VersionName version, String problem) {
        heard.add("refused " + version + " " + problem);
    }
}
