package io.openalpha.jobs.backfill;

import io.openalpha.jobs.fetch.FailureTable;
import io.openalpha.market.BarReader;
import io.openalpha.market.BarStore;
import io.openalpha.market.GapStore;
import io.openalpha.market.Universe;
import io.openalpha.source.SourceChain;
import java.time.Clock;
import java.util.concurrent.ExecutorService;

/** What every backfill is made of; a run adds its own reader, writer and progress. */
record BackfillParts(
        BackfillProperties settings,
        SourceChain chain,
        ExecutorService threads,
        Universe universe,
        BarStore store,
        BarReader bars,
        GapStore gaps,
        FailureTable failures,
        Clock clock) {}
