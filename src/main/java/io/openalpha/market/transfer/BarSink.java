package io.openalpha.market.transfer;

import io.openalpha.market.StoredBar;
import java.io.Closeable;
import java.io.IOException;

/** A file of bars that is being written. */
interface BarSink extends Closeable {

    void write(StoredBar bar) throws IOException;
}
