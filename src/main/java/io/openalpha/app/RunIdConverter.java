package io.openalpha.app;

import io.openalpha.run.RunId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a run id as it is typed. */
final class RunIdConverter implements ITypeConverter<RunId> {

    @Override
    public RunId convert(String typed) {
        try {
            return new RunId(typed);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
