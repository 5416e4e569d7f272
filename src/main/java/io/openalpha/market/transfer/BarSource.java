package io.openalpha.market.transfer;

import java.io.Closeable;
import java.util.Iterator;

/** A file of bars that is being read, line by line. */
interface BarSource extends Iterator<ImportRow>, Closeable {

    /** The number of the line that was read last, from 1 on. */
    long line();

    /** Whether prices are as traded, with the splits beside them. */
    boolean asTraded();
}
