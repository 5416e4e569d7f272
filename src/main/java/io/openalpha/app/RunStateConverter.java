package io.openalpha.app;

import io.openalpha.run.RunState;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the state of a run, in upper or lower case. */
final class RunStateConverter implements ITypeConverter<RunState> {

    @Override
    public RunState convert(String text) {
        return Arrays.stream(RunState.values())
                .filter(state -> state.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'%s' is not the state of a run: one of %s"
                        .formatted(text, names().collect(Collectors.joining(", ")))));
    }

    private static Stream<String> names() {
        return Arrays.stream(RunState.values()).map(RunState::name);
    }

    /** The states, for the help. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }
}
