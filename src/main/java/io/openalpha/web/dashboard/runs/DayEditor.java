package io.openalpha.web.dashboard.runs;

import java.beans.PropertyEditorSupport;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads the day of a form, of which a field that is left empty is sent as an empty text. */
final class DayEditor extends PropertyEditorSupport {

    @Override
    public void setAsText(String text) {
        try {
            setValue(text.isBlank() ? null : LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'%s' is no day such as 2026-11-22".formatted(text), e);
        }
    }
}
