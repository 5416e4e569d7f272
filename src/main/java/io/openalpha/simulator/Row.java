package io.openalpha.simulator;

/**
 * A row of Yahoo's answer.
 *
 * @param at epoch seconds
 * @param session number of the session that it belongs to
 * @param adjustedClose adjusted for splits and dividends
 */
record Row(long at, int session, Bar bar, double adjustedClose, Presence presence) {

    /** How much of a row is not null. */
    enum Presence {
        WHOLE,
        VOLUME_ONLY,
        NOTHING
    }

    Row with(Bar other) {
        return new Row(at, session, other, adjustedClose, presence);
    }

    Row with(Presence other) {
        return new Row(at, session, bar, adjustedClose, other);
    }

    Row withAdjustedClose(double other) {
        return new Row(at, session, bar, other, presence);
    }

    Row withAt(long other) {
        return new Row(other, session, bar, adjustedClose, presence);
    }
}
