package io.openalpha.run;

import org.springframework.batch.core.listener.ChunkListener;
import org.springframework.batch.infrastructure.item.Chunk;

/** Lets a chunk commit only while the run still holds its lock. */
record FencedChunks<I, O>(RunLock lock) implements ChunkListener<I, O> {

    @Override
    public void afterChunk(Chunk<O> chunk) {
        lock.fence();
    }
}
