package io.openalpha.training;

import io.openalpha.market.BarReader;
import io.openalpha.model.ModelPublisher;
import io.openalpha.model.ModelReader;
import io.openalpha.model.ModelRegistry;
import io.openalpha.model.ModelUpkeep;
import io.openalpha.model.RetentionProperties;
import tools.jackson.databind.json.JsonMapper;

/** What every training is made of; a run adds its own session. */
record TrainingParts(
        TrainingProperties settings, RetentionProperties retention, BarReader bars, Models models, JsonMapper json) {

    /** All sides of the model store. */
    record Models(ModelRegistry registry, ModelReader reader, ModelPublisher publisher, ModelUpkeep upkeep) {}
}
