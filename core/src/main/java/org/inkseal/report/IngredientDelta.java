package org.inkseal.report;

/**
 * What is true of an ingredient now and was not recorded when it was taken in (C2PA 2.4 §15.11.3).
 *
 * @param ingredientAssertionUri absolute URI of the ingredient assertion
 * @param findings what was found now and is not recorded in that assertion with the same kind, code and URI
 */
public record IngredientDelta(String ingredientAssertionUri, Findings findings) {}
