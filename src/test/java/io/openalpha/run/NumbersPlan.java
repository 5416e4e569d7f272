package io.openalpha.run;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A job of one step that writes the numbers from 1 on to table {@code written}, five a chunk. */
record NumbersPlan(String name, int count, IntConsumer beforeEach, JdbcClient jdbc) implements JobPlan {

    static final int CHUNK = 5;

    @Override
    public Job job(Run run) {
        StepProgress progress = run.progress();
        return run.job()
                .start(run.<Integer, Integer>step("write", CHUNK, progress, () -> count)
                        .reader(new Numbers(count, progress))
                        .writer(chunk -> write(run, chunk, progress))
                        .build())
                .build();
    }

    private void write(Run run, Chunk<? extends Integer> chunk, StepProgress progress) {
        List<? extends Integer> numbers = chunk.getItems();
        for (int number : numbers) {
            beforeEach.accept(number);
            jdbc.sql("insert into written values (?, ?)")
                    .params(run.id().value(), number)
                    .update();
        }
        progress.advance(String.valueOf(numbers.get(numbers.size() - 1)), numbers.size(), Map.of("written", (long)
                numbers.size()));
    }

    private static final class Numbers implements ItemReader<Integer> {

        private final int count;
        private final StepProgress progress;
        private @Nullable Integer last;

        Numbers(int count, StepProgress progress) {
            this.count = count;
            this.progress = progress;
        }

        @Override
        public @Nullable Integer read() {
            if (last == null) {
                String position = progress.committed().position();
                last = position.isEmpty() ? 0 : Integer.parseInt(position);
            }
            if (last == count) {
                return null;
            }
            last++;
            return last;
        }
    }
}
