package io.openalpha.market.transfer;

import java.util.List;

/** The columns of files with daily bars. */
final class BarColumns {

    static final List<String> ALL =
            List.of("symbol", "date", "open", "high", "low", "close", "adjusted_close", "volume", "final", "source");

    private BarColumns() {}
}
