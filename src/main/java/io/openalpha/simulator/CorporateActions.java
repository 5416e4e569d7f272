package io.openalpha.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The splits, dividends and restatements of one instrument up to a session, and what they do to its shares. */
final class CorporateActions {

    private static final int QUARTER = 63;
    private static final int SPLIT_SLOT = 800;

    private final SimulatedInstrument instrument;
    private final PricePath path;
    private final List<SimulatedAction> happened = new ArrayList<>();
    private final TreeMap<Integer, Shares> shares = new TreeMap<>();
    private Shares latest = Shares.FIRST;

    CorporateActions(SimulatedInstrument instrument, PricePath path, List<SimulatedAction> ordered, int last) {
        this.instrument = instrument;
        this.path = path;
        shares.put(0, latest);
        List<SimulatedAction> candidates = new ArrayList<>(ordered);
        if (instrument.exchange().type().paysAndSplits()) {
            addDividends(candidates, last);
            addSplits(candidates, last);
        }
        candidates.sort(Comparator.comparingInt(SimulatedAction::session).thenComparing(SimulatedAction::kind));
        candidates.stream().filter(action -> action.session() <= last).forEach(this::happen);
    }

    /** In the order in which they happened. */
    List<SimulatedAction> happened() {
        return happened;
    }

    Shares at(int session) {
        return shares.floorEntry(session).getValue();
    }

    Shares latest() {
        return latest;
    }

    /** A candidate's value of 0 stands for "as the price at that time suggests", which may be nothing. */
    private void happen(SimulatedAction candidate) {
        double before = instrument.exchange().rounded(latest.price(path.previous(candidate.session())));
        SimulatedAction action = candidate.value() > 0 ? candidate : suggested(candidate, before);
        if (action.value() > 0) {
            latest = latest.after(action, before);
            happened.add(action);
            shares.put(action.session(), latest);
        }
    }

    private SimulatedAction suggested(SimulatedAction candidate, double price) {
        if (candidate.kind() == MarketEvent.Kind.DIVIDEND) {
            double amount = Math.rint(price * instrument.dividendYield() / 4 * 1000) / 1000;
            return new SimulatedAction(candidate.session(), candidate.kind(), amount, 1);
        }
        double dollars = price / instrument.exchange().scale();
        double shares = dollars > 900 ? 10 : dollars > 400 ? 4 : dollars > 180 ? 2 : dollars < 2 ? 1 : 0;
        return new SimulatedAction(candidate.session(), candidate.kind(), shares, dollars < 2 ? 10 : 1);
    }

    private void addDividends(List<SimulatedAction> candidates, int last) {
        int offset = 1 + (int) (instrument.noise().uniform(7) * QUARTER);
        for (int session = offset; session <= last && instrument.dividendYield() > 0; session += QUARTER) {
            candidates.add(new SimulatedAction(session, MarketEvent.Kind.DIVIDEND, 0, 1));
        }
    }

    private void addSplits(List<SimulatedAction> candidates, int last) {
        Noise noise = instrument.noise().named("splits");
        for (int slot = 0; slot * SPLIT_SLOT <= last; slot++) {
            int session = slot * SPLIT_SLOT + 30 + (int) (noise.uniform(slot) * (SPLIT_SLOT - 30));
            candidates.add(new SimulatedAction(session, MarketEvent.Kind.SPLIT, 0, 1));
        }
    }
}
