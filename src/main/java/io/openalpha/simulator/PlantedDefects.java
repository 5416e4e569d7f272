package io.openalpha.simulator;

import java.util.List;

/** Spoils rows as ordered. */
final class PlantedDefects {

    private final Listing listing;

    PlantedDefects(Listing listing) {
        this.listing = listing;
    }

    /** Adds what becomes of a row: usually the row itself. */
    void plant(Row row, List<Row> rows) {
        Row spoilt = row;
        for (PlantedDefect defect : listing.orders().defects()) {
            int first = listing.calendar().onOrAfter(defect.date());
            if (row.session() >= first && row.session() < first + defect.sessions()) {
                switch (defect.kind()) {
                    case MISSING -> {
                        return;
                    }
                    case DUPLICATE -> rows.add(twin(row));
                    default -> spoilt = spoilt(spoilt, defect.kind(), first);
                }
            }
        }
        rows.add(spoilt);
    }

    private Row spoilt(Row row, PlantedDefect.Kind kind, int first) {
        Bar bar = row.bar();
        return switch (kind) {
            case HIGH_BELOW_LOW ->
                row.with(new Bar(bar.open(), /* high= */ bar.low(), /* low= */ bar.high(), bar.close(), bar.volume()));
            case JUMP -> row.with(bar.scaled(100, 1)).withAdjustedClose(row.adjustedClose() * 100);
            case ZERO_PRICE -> row.with(bar.scaled(0, 1)).withAdjustedClose(0);
            case NEGATIVE_VOLUME -> row.with(bar.scaled(1, -1));
            case NULL_ROW -> row.with(Row.Presence.NOTHING);
            case PARTLY_NULL -> row.with(Row.Presence.VOLUME_ONLY);
            case STALE -> {
                Row before = listing.row(Math.max(0, first - 1));
                yield row.with(before.bar()).withAdjustedClose(before.adjustedClose());
            }
            case NAN_ADJCLOSE -> row.withAdjustedClose(Double.NaN);
            case INFINITE_ADJCLOSE -> row.withAdjustedClose(Double.POSITIVE_INFINITY);
            case MISSING, DUPLICATE -> row;
        };
    }

    private static Row twin(Row row) {
        Bar bar = row.bar();
        double close = (bar.high() + bar.low()) / 2;
        Bar other = new Bar(bar.open(), bar.high(), bar.low(), close, bar.volume() / 2);
        return row.with(other).withAt(row.at() - 60);
    }
}
