package io.openalpha.jobs.fetch;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Something that is being fetched; its answer is null where no source could be asked. */
public record Fetch<T, A>(T wanted, Future<@Nullable A> answer) {}
