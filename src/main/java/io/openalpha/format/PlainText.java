package io.openalpha.format;

/** Texts of files that people are shown, and that are written into files again. */
public final class PlainText {

    private PlainText() {}

    /**
     * A text of limited length without invisible characters; white space around it is dropped.
     *
     * @param what the name of the column, for the message
     * @throws IllegalArgumentException if it is empty, too long, or has characters that cannot be seen
     */
    public static String of(String what, String written, int longest) {
        String text = written.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("%s is empty".formatted(what));
        }
        if (text.length() > longest) {
            throw new IllegalArgumentException("%s '%s…' is longer than %s characters"
                    .formatted(what, text.substring(0, Math.min(20, longest)), longest));
        }
        if (text.codePoints().anyMatch(PlainText::isUnseen)) {
            throw new IllegalArgumentException(
                    "%s '%s' has characters that cannot be seen".formatted(what, text.replaceAll("\\p{C}", "?")));
        }
        return text;
    }

    private static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character) || type == Character.FORMAT || type == Character.SURROGATE;
    }
}
