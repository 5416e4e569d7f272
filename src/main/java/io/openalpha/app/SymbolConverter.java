package io.openalpha.app;

import io.openalpha.market.Symbol;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a symbol as it is typed. */
final class SymbolConverter implements ITypeConverter<Symbol> {

    @Override
    public Symbol convert(String typed) {
        try {
            return Symbol.of(typed);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
