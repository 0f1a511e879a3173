package org.inkseal.report;

import java.util.Optional;

/**
 * What a mark in the metadata of a file says about the origin of its picture. Nobody signed it.
 *
 * @param source the name of the property with its usual prefix
 * @param value its value as it stands in the file
 * @param phrase what it says, in our words, such as {@code "made by generative AI"}
 * @param producer who is said to have made the picture, as it stands in the file
 */
public record OriginClaim(String source, String value, String phrase, Optional<String> producer) {}
