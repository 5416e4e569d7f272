package io.openalpha.simulator;

/** What can go wrong with one answer. */
enum Fault {
    NONE,
    SERVER_ERROR,
    TOO_MANY_REQUESTS,
    RESET,
    TIMEOUT,
    TRUNCATED,
    GARBLED;

    /** The fault that a number between 0 and 1 falls on. */
    static Fault drawn(FaultRates rates, double number) {
        double[] shares = {
            rates.serverErrors(),
            rates.tooManyRequests(),
            rates.resets(),
            rates.timeouts(),
            rates.truncated(),
            rates.garbled()
        };
        double bound = 0;
        for (int i = 0; i < shares.length; i++) {
            bound += shares[i];
            if (number < bound) {
                return values()[i + 1];
            }
        }
        return NONE;
    }
}
