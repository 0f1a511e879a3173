package org.inkseal.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.DigitalSourceType.Maker;
import org.inkseal.report.Mark;
import org.inkseal.xmp.Xmp;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpNamespace;

/** Marks in XMP: IPTC photo metadata 2025.1, China's label, and the names of tools. */
final class XmpMarks {
    private static final XmpName SOURCE_TYPE = XmpNamespace.IPTC.name("DigitalSourceType");
    /** An older name of the property, still written by some. */
    private static final XmpName OLD_SOURCE_TYPE = XmpNamespace.IPTC.name("DigitalSourceFileType");

    private static final XmpName SYSTEM = XmpNamespace.IPTC.name("AISystemUsed");
    private static final XmpName SYSTEM_VERSION = XmpNamespace.IPTC.name("AISystemVersionUsed");
    private static final XmpName LABEL = XmpNamespace.TC260.name("AIGC");
    private static final XmpName CREDIT = XmpNamespace.PHOTOSHOP.name("Credit");
    private static final XmpName TOOL = XmpNamespace.XMP.name("CreatorTool");

    private XmpMarks() {}

    static List<Mark> of(Xmp xmp) {
        if (xmp.properties().isEmpty()) {
            return List.of();
        }
        List<Mark> marks = new ArrayList<>();
        xmp.texts(SOURCE_TYPE).forEach(type -> marks.add(sourceType(type)));
        xmp.texts(OLD_SOURCE_TYPE).forEach(type -> marks.add(sourceType(type)));
        xmp.text(SYSTEM)
                .ifPresent(system -> marks.add(new Mark(
                        Mark.Source.IPTC,
                        "made with an AI system",
                        Optional.of(system
                                + xmp.text(SYSTEM_VERSION)
                                        .map(version -> " " + version)
                                        .orElse("")),
                        Maker.MODEL)));
        xmp.texts(LABEL).forEach(label -> AigcLabel.mark(label).ifPresent(marks::add));
        for (XmpName name : List.of(TOOL, CREDIT)) {
            xmp.text(name)
                    .flatMap(text -> Generators.named(Mark.Source.XMP, text))
                    .ifPresent(marks::add);
        }
        return marks;
    }

    private static Mark sourceType(String text) {
        Optional<DigitalSourceType> type = DigitalSourceType.of(text);
        return new Mark(
                Mark.Source.IPTC,
                type.map(DigitalSourceType::phrase).orElse("of a source type that is not known"),
                Optional.of(type.map(DigitalSourceType::term).orElse(text)),
                type.map(DigitalSourceType::maker).orElse(Maker.UNKNOWN));
    }
}
