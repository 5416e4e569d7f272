package io.openalpha.market.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The names of columns as other programs write them: in any case, with spaces, or under another name. */
final class ColumnNames {

    private static final Map<String, String> ALIASES = Map.of(
            "ticker", "symbol",
            "timestamp", "date",
            "datetime", "date",
            "adj_close", "adjusted_close",
            "adjclose", "adjusted_close",
            "adjustedclose", "adjusted_close",
            "vol", "volume",
            "splitfactor", "split_coefficient",
            "divcash", "dividend_amount");

    /** Around and behind names: {@code <CLOSE>}, {@code Adj. Close}, {@code Close*}. */
    private static final Pattern ORNAMENTS = Pattern.compile("[<>*.]");

    private ColumnNames() {}

    /**
     * Where each column is; one without a name is left out.
     *
     * @throws IllegalArgumentException if two columns have one name
     */
    static Map<String, Integer> positions(List<String> header) {
        List<String> names = new ArrayList<>();
        for (String written : header) {
            String plain = ORNAMENTS.matcher(written).replaceAll("").strip();
            names.add(plain.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_'));
        }
        names.replaceAll(name -> {
            String known = ALIASES.getOrDefault(name, name);
            return names.contains(known) ? name : known;
        });
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty() && positions.put(names.get(i), i) != null) {
                throw new IllegalArgumentException("column '%s' is there twice".formatted(names.get(i)));
            }
        }
        return positions;
    }
}
