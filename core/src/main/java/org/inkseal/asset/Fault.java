package org.inkseal.asset;

/**
 * Something wrong in the container that does not stop it from being read.
 *
 * @param offset byte of the file where it is
 * @param message what is wrong and what was allowed
 */
public record Fault(long offset, String message) {}
