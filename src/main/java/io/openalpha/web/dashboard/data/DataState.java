package io.openalpha.web.dashboard.data;

import io.openalpha.market.SeriesHealth;
import java.time.Instant;
import java.util.List;

/**
 * What was found when everything that is stored was last looked over.
 *
 * @param health of every symbol that is enabled or has bars, by name
 * @param at when it was found
 */
record DataState(List<SeriesHealth> health, Coverage coverage, Instant at) {

    public long bars() {
        return health.stream().mapToLong(SeriesHealth::bars).sum();
    }

    public long gaps() {
        return health.stream().mapToLong(SeriesHealth::gaps).sum();
    }

    public long absent() {
        return health.stream().mapToLong(SeriesHealth::absent).sum();
    }

    public long quarantined() {
        return health.stream().mapToLong(SeriesHealth::quarantined).sum();
    }

    public long inConflict() {
        return health.stream().filter(SeriesHealth::isInConflict).count();
    }

    public long clean() {
        return health.stream().filter(SeriesHealth::isClean).count();
    }
}
