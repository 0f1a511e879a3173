package org.inkseal.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a file as picocli does, with the same words where it cannot be one, but without reflection. */
final class FileName implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("cannot convert '" + text + "' to " + Path.class + " (" + e + ")");
        }
    }
}
