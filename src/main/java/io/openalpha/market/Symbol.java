package io.openalpha.market;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name under which an instrument is known to OpenAlpha, such as {@code AAPL}, {@code BRK.B} or {@code ALL.AX}.
 *
 * <p>At most 20 characters: upper-case letters, digits and {@code . - = ^ _}, beginning with a letter, a digit or
 * {@code ^}. A source that spells it differently translates it on its own side.
 *
 * @param name the name, in upper case
 */
public record Symbol(@JsonValue String name) implements Comparable<Symbol> {

    private static final Set<String> MISSING =
            Set.of("null", "Null", "NULL", "none", "None", "NONE", "nan", "NaN", "<NA>");
    private static final Pattern LEGAL = Pattern.compile("[A-Z0-9^][A-Z0-9.=^_-]{0,19}");

    /** @throws IllegalArgumentException if the name is not legal, with a message for the user */
    public Symbol {
        if (!LEGAL.matcher(name).matches()) {
            throw new IllegalArgumentException(complaint(name));
        }
    }

    /**
     * A symbol as typed: surrounding white space is dropped and letters become upper case.
     *
     * @throws IllegalArgumentException if what is left is not a legal name, or stands for none in files
     */
    public static Symbol of(String typed) {
        String name = typed.strip();
        if (isMissing(name)) {
            throw new IllegalArgumentException("symbol '%s' stands for none".formatted(name));
        }
        // Some letters of other alphabets have ASCII capitals; they are not to be taken for those.
        boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(name);
        return new Symbol(plain ? name.toUpperCase(Locale.ROOT) : name);
    }

    /** Whether a program writes this for no symbol in a file; {@code NAN} in capitals is a ticker. */
    public static boolean isMissing(String text) {
        return MISSING.contains(text);
    }

    @Override
    public int compareTo(Symbol other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }

    private static String complaint(String name) {
        if (name.isEmpty()) {
            return "a symbol is empty";
        }
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        if (name.length() > 20) {
            return "symbol '%s…' is longer than 20 characters".formatted(shown.substring(0, 20));
        }
        if (LEGAL.matcher("A" + name.substring(1)).matches() && ".=_-".indexOf(name.charAt(0)) >= 0) {
            return "symbol '%s' does not begin with a letter, a digit or ^".formatted(shown);
        }
        return "symbol '%s' has illegal characters: letters, digits and . - = ^ _ are allowed".formatted(shown);
    }
}
