package io.openalpha.jobs.train;

import io.openalpha.market.BarReader;
import io.openalpha.ml.model.ModelPublisher;
import io.openalpha.ml.model.ModelReader;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.ml.model.ModelUpkeep;
import io.openalpha.ml.model.RetentionProperties;

/** What every training is made of; a run adds its own session. */
record TrainingParts(TrainingProperties settings, RetentionProperties retention, BarReader bars, Models models) {

    /** All sides of the model store. */
    record Models(ModelRegistry registry, ModelReader reader, ModelPublisher publisher, ModelUpkeep upkeep) {}
}
