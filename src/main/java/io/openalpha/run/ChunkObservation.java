package io.openalpha.run;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.listener.ChunkListener;
import org.springframework.batch.infrastructure.item.Chunk;

/** Observes each chunk of a step, from when it is read until it is written. */
final class ChunkObservation<I, O> implements ChunkListener<I, O> {

    private static final String NAME = "openalpha.chunk";

    private final ObservationRegistry registry;
    private @Nullable Observation chunkInWork;

    ChunkObservation(ObservationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void beforeChunk(Chunk<I> chunk) {
        chunkInWork = Observation.start(NAME, registry)
                .highCardinalityKeyValue("openalpha.chunk.items", String.valueOf(chunk.size()));
    }

    @Override
    public void afterChunk(Chunk<O> chunk) {
        end();
    }

    @Override
    public void onChunkError(Exception failure, Chunk<O> chunk) {
        if (chunkInWork != null) {
            chunkInWork.error(failure);
        }
        end();
    }

    private void end() {
        if (chunkInWork != null) {
            chunkInWork.stop();
            chunkInWork = null;
        }
    }
}
