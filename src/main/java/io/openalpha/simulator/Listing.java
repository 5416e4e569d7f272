package io.openalpha.simulator;

import java.time.Instant;

/** One instrument as it is known at one moment. */
final class Listing {

    private static final long SETTLING = 4 * 3600;

    private final SimulatedInstrument instrument;
    private final TradingCalendar calendar;
    private final PriceHistory history;
    private final SymbolOrders orders;
    private final Noise halts;
    private final Noise absences;
    private final Noise delays;
    private final Instant moment;
    private final long now;
    private final int last;

    Listing(
            SimulatedInstrument instrument,
            TradingCalendar calendar,
            PriceHistory history,
            SymbolOrders orders,
            Instant moment) {
        this.instrument = instrument;
        this.calendar = calendar;
        this.history = history;
        this.orders = orders;
        this.halts = instrument.noise().named("halts");
        this.absences = instrument.noise().named("absences");
        this.delays = instrument.noise().named("delays");
        this.moment = moment;
        this.now = moment.getEpochSecond();
        this.last = calendar.lastOpened(now);
    }

    SimulatedInstrument instrument() {
        return instrument;
    }

    Exchange exchange() {
        return instrument.exchange();
    }

    TradingCalendar calendar() {
        return calendar;
    }

    CorporateActions actions() {
        return history.actions();
    }

    SymbolOrders orders() {
        return orders;
    }

    Instant moment() {
        return moment;
    }

    long now() {
        return now;
    }

    /** The session that opened last. */
    int last() {
        return last;
    }

    boolean delisted() {
        return orders.delistings().stream().anyMatch(session -> session <= last);
    }

    /** Whether a session is running. */
    boolean live(int session) {
        return session == last && now < calendar.close(session);
    }

    boolean halted(int session) {
        return orders.halts().contains(session) || halts.uniform(session) < orders.haltShare();
    }

    /** The last session that opened and in which the instrument traded. */
    int lastTraded() {
        int session = last;
        while (session > 0 && halted(session)) {
            session--;
        }
        return session;
    }

    /** When the last trade so far happened, in epoch seconds. */
    long lastTradeAt() {
        int session = lastTraded();
        return live(session) ? now : calendar.close(session) + 1;
    }

    /** What was traded in a session so far, in the shares of that day. */
    Bar traded(int session) {
        return live(session) ? intraday(session).between(0, minute(session)) : history.traded(session);
    }

    /** What was traded in a session so far, in the shares of today. */
    Bar splitAdjusted(int session) {
        return history.splitAdjusted(session, traded(session));
    }

    /** A stretch of minutes of a session, in the shares of today. */
    Bar splitAdjusted(int session, int fromMinute, int toMinute) {
        return history.splitAdjusted(session, intraday(session).between(fromMinute, toMinute));
    }

    /** What a split-adjusted price of a session is worth after the dividends that followed, as a factor. */
    double dividendFactor(int session) {
        return history.dividendFactor(session);
    }

    /** Minutes of a session that have passed. */
    int minute(int session) {
        long length = exchange().session().toMinutes();
        return (int) Math.min(length, (now - calendar.open(session)) / 60);
    }

    /** The row of a session as Yahoo shows it, before any planted defect. */
    Row row(int session) {
        Bar bar = splitAdjusted(session);
        return new Row(at(session), session, bar, bar.close() * dividendFactor(session), presence(session));
    }

    /** Half of the halted sessions have no row; ordered ones have a row of nulls. */
    boolean rowExists(int session) {
        return !halted(session) || orders.halts().contains(session) || absences.uniform(session) < 0.5;
    }

    private long at(int session) {
        boolean settling = session == last && session == lastTraded() && now < calendar.close(session) + SETTLING;
        return settling ? lastTradeAt() : calendar.open(session);
    }

    private Row.Presence presence(int session) {
        if (halted(session)) {
            return Row.Presence.NOTHING;
        }
        boolean lastWhole =
                session >= last - 1 && now >= calendar.close(session) + SETTLING && (session == last || live(last));
        boolean unfinished = lastWhole && delays.uniform(session) < orders.unfinishedShare();
        return unfinished ? Row.Presence.VOLUME_ONLY : Row.Presence.WHOLE;
    }

    private IntradayPath intraday(int session) {
        return new IntradayPath(
                exchange(), history.traded(session), instrument.noise().named("minutes" + session));
    }
}
