package org.inkseal.assertion;

import java.util.List;
import org.inkseal.io.MalformedException;

/**
 * How assertions of one kind are read.
 *
 * @param labels every label that the kind goes by, without instance
 * @param reader makes the assertion
 * @param <T> the kind
 */
public record AssertionType<T extends Assertion>(List<String> labels, Reader<T> reader) {
    /** Copies the list. */
    public AssertionType {
        labels = List.copyOf(labels);
    }

    /** Makes an assertion of its content. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Reads an assertion.
         *
         * @param label the label in the file, without instance
         * @throws MalformedException if a field that must be there is missing or of another kind
         */
        T read(String label, Content content) throws MalformedException;
    }
}
