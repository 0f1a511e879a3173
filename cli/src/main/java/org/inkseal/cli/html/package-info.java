/**
 * Web pages that nothing can be smuggled into: elements and attributes are constants of ours, and text is escaped by the
 * only method that takes any. Knows nothing of pictures or reports.
 */
@NullMarked
package org.inkseal.cli.html;

import org.jspecify.annotations.NullMarked;
