package org.inkseal.assertion;

/**
 * An assertion that inkseal does not look into. Its hash is checked like that of any other, and it is kept and shown.
 *
 * @param label its label without instance
 * @param content what it holds
 */
public record Unknown(String label, Content content) implements Assertion {}
