package org.inkseal.vectors;

import org.inkseal.io.Bytes;

/**
 * A vector as it is made.
 *
 * @param name folder and file name, such as {@code "png/es256.png"}
 * @param file its bytes
 * @param expectation what checking it must say
 */
record Vector(String name, Bytes file, Expectation expectation) {}
