package io.openalpha.web.dashboard.overview;

import io.openalpha.source.activity.BreakerSnapshot;
import io.openalpha.source.activity.BreakerState;
import io.openalpha.source.activity.QuotaLeft;
import io.openalpha.web.dashboard.page.DisplayFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says which source cannot be asked, why, and what to do. */
final class SourceAlerts {

    private static final String FAILED_RUNS = "/runs?state=failed";

    private final DisplayFormat displayFormat;

    SourceAlerts(DisplayFormat displayFormat) {
        this.displayFormat = displayFormat;
    }

    /** A source whose quota is spent is said to be just that, and not also that its circuit is open. */
    List<Alert> of(List<SourceLine> sources) {
        return sources.stream()
                .flatMap(source -> Stream.concat(spent(source).stream(), open(source).stream())
                        .limit(1))
                .toList();
    }

    private Optional<Alert> spent(SourceLine source) {
        QuotaLeft quota = source.quota();
        if (quota == null || !source.isSpent()) {
            return Optional.empty();
        }
        return Optional.of(new Alert(
                "warn",
                "%s has answered all it may today".formatted(displayFormat.plain(source.name())),
                ("All %s of its key are spent; the quota is renewed in %s. Until then there is no fallback for"
                                + " the other source. A key with a larger quota helps, as does"
                                + " openalpha.source.alphavantage.reserve.")
                        .formatted(displayFormat.count(quota.limit(), "call"), displayFormat.until(quota.until())),
                FAILED_RUNS,
                "See failed runs"));
    }

    private Optional<Alert> open(SourceLine source) {
        BreakerSnapshot breaker = source.breaker();
        if (breaker.state() != BreakerState.OPEN || breaker.until() == null) {
            return Optional.empty();
        }
        return Optional.of(new Alert(
                "bad",
                "%s is left alone for another %s"
                        .formatted(displayFormat.plain(source.name()), displayFormat.until(breaker.until())),
                ("Its circuit opened after: %s. Runs wait for it or ask the other source. If it keeps opening,"
                                + " lower openalpha.source.yahoo.rate, try another user agent, or set"
                                + " ALPHA_VANTAGE_API_KEY.")
                        .formatted(breaker.reason()),
                FAILED_RUNS,
                "See failed runs"));
    }
}
