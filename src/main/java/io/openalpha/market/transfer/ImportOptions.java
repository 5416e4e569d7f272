package io.openalpha.market.transfer;

import io.openalpha.market.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * How a file is imported.
 *
 * @param symbol whose bars they are, where the file names none; null if it names them
 * @param merge whether bars take the place of those of their own days, rather than of everything that is stored of
 *     their symbols
 * @param dryRun whether nothing is stored in the end
 * @param accept whether bars are imported that contradict what is stored, or one another
 */
public record ImportOptions(@Nullable Symbol symbol, boolean merge, boolean dryRun, boolean accept) {

    /** To take the place of everything, of the symbols that the file names. */
    public static final ImportOptions REPLACE = new ImportOptions(null, false, false, false);
}
