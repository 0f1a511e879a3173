package org.inkseal;

import java.nio.file.Path;
import org.inkseal.report.Report;

/**
 * A file that was signed.
 *
 * @param file where it is
 * @param manifest label of its new manifest
 * @param report what checking the finished file said; always valid, and trusted only where the signer's own root is an
 *     anchor
 */
public record Signed(Path file, String manifest, Report report) {}
