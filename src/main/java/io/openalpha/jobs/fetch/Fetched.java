package io.openalpha.jobs.fetch;

import io.openalpha.market.Symbol;
import io.openalpha.source.Answer;

/**
 * A symbol whose question has been answered or has failed.
 *
 * @param answer never a refusal
 */
record Fetched<A>(Symbol symbol, Answer<A> answer) {}
