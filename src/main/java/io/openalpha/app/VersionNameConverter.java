package io.openalpha.app;

import io.openalpha.ml.model.VersionName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a version of a model as it is typed. */
final class VersionNameConverter implements ITypeConverter<VersionName> {

    @Override
    public VersionName convert(String typed) {
        try {
            return VersionName.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
