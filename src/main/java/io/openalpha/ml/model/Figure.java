package io.openalpha.ml.model;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Numbers of an evaluation as a person reads them; one that is missing or no number is a dash. */
final class Figure {

    private static final double BASIS_POINTS = 1e4;

    private Figure() {}

    static String number(JsonNode value, int decimals) {
        return value.isNumber() ? String.format(Locale.ROOT, "%." + decimals + "f", value.asDouble()) : CardTable.NONE;
    }

    static String count(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%,d", value.asLong()) : CardTable.NONE;
    }

    /** A share of one in basis points. */
    static String basisPoints(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.2f", value.asDouble() * BASIS_POINTS) : CardTable.NONE;
    }

    /** An estimate with its 95 % interval, where it has one. */
    static String estimate(JsonNode estimate, int decimals) {
        String value = number(estimate.path("value"), decimals);
        return estimate.path("low").isNumber() && estimate.path("high").isNumber()
                ? "%s [%s, %s]"
                        .formatted(
                                value, number(estimate.path("low"), decimals), number(estimate.path("high"), decimals))
                : value;
    }
}
