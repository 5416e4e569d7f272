package io.openalpha.market.transfer;

import io.openalpha.market.Conflict;
import io.openalpha.market.Symbol;

/** The bars of a symbol in a file contradict what is stored, or one another. */
final class ImportConflictException extends BarFileException {

    private static final long serialVersionUID = 1;

    private final transient Conflict conflict;

    ImportConflictException(Symbol symbol, Conflict conflict) {
        super("%s is in conflict with what is stored or with itself, %s; --accept imports it all the same"
                .formatted(symbol, conflict.with("the file")));
        this.conflict = conflict;
    }

    Conflict conflict() {
        return conflict;
    }
}
