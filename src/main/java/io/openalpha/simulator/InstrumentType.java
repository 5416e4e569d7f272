package io.openalpha.simulator;

/** Yahoo's kinds of instruments, as they stand in {@code meta.instrumentType}. */
enum InstrumentType {
    EQUITY,
    ETF,
    INDEX,
    CRYPTOCURRENCY,
    CURRENCY;

    boolean paysAndSplits() {
        return this == EQUITY || this == ETF;
    }
}
