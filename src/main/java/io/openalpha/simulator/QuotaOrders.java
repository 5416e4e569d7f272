package io.openalpha.simulator;

import java.util.Set;

/**
 * What Alpha Vantage grants a free key. A refused request is not counted. Seconds and minutes are real ones, the day is
 * the UTC day of the simulator's clock.
 *
 * @param perSecond 0: no limit
 * @param perMinute 0: no limit
 * @param perDay 0: no limit
 * @param premiumKeys keys that no limit holds for and that may ask for everything
 * @param invalidKeys keys that are refused, besides an empty one
 */
public record QuotaOrders(int perSecond, int perMinute, int perDay, Set<String> premiumKeys, Set<String> invalidKeys) {

    /** Copies the keys. */
    public QuotaOrders {
        premiumKeys = Set.copyOf(premiumKeys);
        invalidKeys = Set.copyOf(invalidKeys);
    }

    /** 1 a second, 5 a minute, 25 a day: the real service's. */
    public static QuotaOrders free() {
        return new QuotaOrders(1, 5, 25, Set.of(), Set.of());
    }

    /** The same with other limits; 0: none. */
    public QuotaOrders withLimits(int second, int minute, int day) {
        return new QuotaOrders(second, minute, day, premiumKeys, invalidKeys);
    }

    /** The same with other keys that have paid. */
    public QuotaOrders withPremiumKeys(Set<String> keys) {
        return new QuotaOrders(perSecond, perMinute, perDay, keys, invalidKeys);
    }

    /** The same with other keys that are refused. */
    public QuotaOrders withInvalidKeys(Set<String> keys) {
        return new QuotaOrders(perSecond, perMinute, perDay, premiumKeys, keys);
    }
}
