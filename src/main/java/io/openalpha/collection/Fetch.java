package io.openalpha.collection;

import io.openalpha.market.Symbol;
import io.openalpha.source.Answer;
import java.util.concurrent.Future;

/** A symbol whose quote is being fetched. */
record Fetch(Symbol symbol, Future<Answer> answer) {}
