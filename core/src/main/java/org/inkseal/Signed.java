package org.inkseal;

import java.nio.file.Path;
import java.util.Optional;
import org.inkseal.report.Report;

/**
 * A picture that was signed and has passed our own check.
 *
 * @param file where it is
 * @param manifest label of its active manifest
 * @param report what checking the finished file said; always valid, and trusted only where the signer's own root is an
 *     anchor
 * @param again whether the picture had a credential before, which is that of the parent now
 * @param withoutTime why there is no time-stamp, if one was wanted and could be done without
 * @param change what signing made of the file besides putting the credential into it, in words for a person; empty for
 *     nothing
 * @param withoutTwins why the XMP of the picture was left as it is, if the credential was to be repeated in it
 */
public record Signed(
        Path file,
        String manifest,
        Report report,
        boolean again,
        Optional<String> withoutTime,
        Optional<String> change,
        Optional<String> withoutTwins) {}
