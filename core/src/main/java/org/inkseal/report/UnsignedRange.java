package org.inkseal.report;

/**
 * Metadata of a picture that its hash leaves out on purpose: whoever has the picture can change it, and nobody would
 * notice (C2PA 2.4 §9.2.6).
 *
 * @param name name of the part of the file that holds it, such as {@code "APP1"} or {@code "eXIf"}
 * @param start offset of the first byte
 * @param length number of bytes
 */
public record UnsignedRange(String name, long start, long length) {}
