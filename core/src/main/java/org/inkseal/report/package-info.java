/**
 * The words in which inkseal answers: states, status codes, findings, and a {@link org.inkseal.report.Report} with all
 * of them. Plain records and enums that any package may use.
 */
@NullMarked
package org.inkseal.report;

import org.jspecify.annotations.NullMarked;
