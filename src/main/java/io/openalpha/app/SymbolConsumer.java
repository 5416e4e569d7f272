package io.openalpha.app;

import io.openalpha.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one symbol of a list. With a converter alone, picocli would report an invalid symbol as a superfluous argument
 * and not say why it was.
 */
final class SymbolConsumer implements IParameterConsumer {

    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec parameter, CommandSpec command) {
        @Nullable List<Symbol> before = parameter.getValue();
        List<Symbol> symbols = new ArrayList<>(before == null ? List.of() : before);
        try {
            symbols.add(new SymbolConverter().convert(arguments.pop()));
        } catch (TypeConversionException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
        parameter.setValue(symbols);
    }
}
