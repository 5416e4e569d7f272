package io.openalpha.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts Alpha Vantage's calls by key. */
final class Quota {

    private final Stopwatch watch = new Stopwatch();
    private final Map<String, Spent> byKey = new HashMap<>();

    /** Counts a call, unless it goes beyond what is granted: then the message that says so. */
    synchronized Optional<ServiceResponse> refuse(String key, QuotaOrders granted, Instant marketTime) {
        if (granted.premiumKeys().contains(key)) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(marketTime, ZoneOffset.UTC);
        Spent spent = byKey.computeIfAbsent(key, unused -> new Spent());
        Optional<ServiceResponse> refusal = spent.refuse(granted, key, today, watch.nanos());
        if (refusal.isEmpty()) {
            spent.add(today, watch.nanos());
        }
        return refusal;
    }

    synchronized void reset() {
        byKey.clear();
    }

    private static final class Spent {

        private final WindowCount second = new WindowCount(Duration.ofSeconds(1));
        private final WindowCount minute = new WindowCount(Duration.ofMinutes(1));
        private LocalDate day = LocalDate.MIN;
        private long today;

        Optional<ServiceResponse> refuse(QuotaOrders granted, String key, LocalDate date, long now) {
            if (beyond(granted.perDay(), date.equals(day) ? today : 0)) {
                return Optional.of(AlphaVantageErrors.dailyQuota(key, granted.perDay()));
            }
            if (beyond(granted.perMinute(), minute.at(now))) {
                return Optional.of(AlphaVantageErrors.minuteQuota(granted.perMinute(), granted.perDay()));
            }
            if (beyond(granted.perSecond(), second.at(now))) {
                return Optional.of(AlphaVantageErrors.burst(granted.perSecond(), granted.perDay()));
            }
            return Optional.empty();
        }

        private static boolean beyond(int limit, long count) {
            return limit > 0 && count >= limit;
        }

        void add(LocalDate date, long now) {
            today = date.equals(day) ? today + 1 : 1;
            day = date;
            second.add(now);
            minute.add(now);
        }
    }
}
