package org.inkseal.facts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcParser;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcRecord;
import org.inkseal.io.Bytes;
import org.inkseal.report.Mark;

/** Marks in IPTC-IIM, which has no property for the source type: names of generators in its texts, such as the credit. */
final class IimMarks {
    private static final long MOST_SECONDS = 5;

    private IimMarks() {}

    static List<Mark> of(Bytes photoshop) throws IOException {
        try {
            return Worker.run(() -> decode(photoshop), MOST_SECONDS);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static List<Mark> decode(Bytes photoshop) throws IOException {
        List<Mark> marks = new ArrayList<>();
        for (IptcRecord record : new IptcParser()
                .parsePhotoshopSegment(photoshop.toArray(), false)
                .getRecords()) {
            Generators.named(Mark.Source.IIM, String.valueOf(record.getValue())).ifPresent(marks::add);
        }
        return marks;
    }
}
