package io.openalpha.app;

import io.openalpha.run.Shard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which part of a run a process takes. */
final class ShardOption {

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Take part I of N, counted from 0: N processes with the same run id do one run together."
                    + " Default: OPENALPHA_SHARD_INDEX and OPENALPHA_SHARD_COUNT, or else everything.",
            converter = Converter.class)
    private @Nullable Shard shard;

    /** @throws UsageException if a part is named and no run: the parts of a run find each other by its id */
    void requireRun(RunIdOption runId) {
        if (shard != null && !shard.isWhole() && !runId.isGiven()) {
            throw new UsageException("--shard %s needs --run-id: give all %s parts of the run the same id"
                    .formatted(shard, shard.count()));
        }
    }

    /** The application with this shard, where one is named; the environment's counts otherwise. */
    Application given(Application application) {
        return shard == null ? application : taking(shard, application);
    }

    /** The application as the process of one shard. */
    static Application taking(Shard shard, Application application) {
        return application
                .with("openalpha.shard.index=" + shard.index())
                .with("openalpha.shard.count=" + shard.count());
    }

    /** Reads a shard as it is typed. */
    static final class Converter implements ITypeConverter<Shard> {

        @Override
        public Shard convert(String typed) {
            try {
                return Shard.of(typed);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
