package org.inkseal.sign;

/**
 * Whether a signature is time-stamped.
 *
 * @param authority who is asked
 * @param required whether nothing is written without a time-stamp; otherwise the result says that there is none and why
 */
public record TimeStamping(TimeStampAuthority authority, boolean required) {}
