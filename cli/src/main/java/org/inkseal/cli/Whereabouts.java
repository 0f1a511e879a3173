package org.inkseal.cli;

import java.util.List;
import java.util.Optional;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.UnsignedRange;

/** What a person should know about where a credential is, and about what it leaves out. */
final class Whereabouts {
    private static final int MOST_RANGES = 4;

    private Whereabouts() {}

    /** Where the credential is, if it is not in the picture; begins with a semicolon, or is empty. */
    static String of(Report report) {
        String url = report.remoteManifest().map(PlainText::of).orElse("");
        return switch (report.storeOrigin()) {
            case EMBEDDED -> "";
            case SIDECAR -> "; its credential is in a file beside it";
            case REMOTE -> "; its credential was fetched from " + url;
            case NONE -> {
                boolean tried = report.active().has(StatusCode.MANIFEST_INACCESSIBLE);
                String why = tried ? ", which cannot be reached" : ", not fetched";
                yield url.isEmpty() ? "" : "; its credential is kept at " + url + why;
            }
        };
    }

    /** The metadata that nobody signed, as one line. */
    static Optional<String> unsigned(Report report) {
        List<UnsignedRange> ranges = report.unsignedRanges();
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder line = new StringBuilder("   not signed, so anybody could have changed it:");
        for (UnsignedRange range : ranges.subList(0, Math.min(MOST_RANGES, ranges.size()))) {
            line.append(line.charAt(line.length() - 1) == ':' ? " " : ", ")
                    .append(PlainText.of(range.name()))
                    .append(" (")
                    .append(range.length())
                    .append(" bytes at ")
                    .append(range.start())
                    .append(')');
        }
        int more = ranges.size() - MOST_RANGES;
        return Optional.of(more > 0 ? line + " and " + more + " more" : line.toString());
    }
}
