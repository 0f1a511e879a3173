package org.inkseal.jumbf;

import org.inkseal.io.Bytes;

/** A box that holds bytes, known or not: everything but a superbox and its description. */
public record ContentBox(String type, Bytes raw, Bytes content) implements Box {}
