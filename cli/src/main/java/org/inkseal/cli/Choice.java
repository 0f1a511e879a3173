package org.inkseal.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one word of a few, written in any case. */
final class Choice<T extends Enum<T>> implements ITypeConverter<T> {
    private final T[] words;

    /** A choice between the constants of an enum, whose {@code toString} is the word. */
    Choice(T[] words) {
        this.words = words.clone();
    }

    @Override
    public T convert(String text) {
        for (T word : words) {
            if (word.toString().equalsIgnoreCase(text)) {
                return word;
            }
        }
        String allowed = Arrays.stream(words)
                .map(T::toString)
                .collect(Collectors.joining(", "))
                .toLowerCase(Locale.ROOT);
        throw new TypeConversionException("allowed are " + allowed + ", not '" + text + "'");
    }
}
