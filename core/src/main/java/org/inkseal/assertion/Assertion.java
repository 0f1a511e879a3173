package org.inkseal.assertion;

/** One statement of a manifest. Implementations are immutable records. */
public interface Assertion {
    /** The label with its version and without an instance, such as {@code "c2pa.actions.v2"}. */
    String label();

    /** The statement as it is written. */
    Content content();
}
