package org.inkseal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Offer;
import org.inkseal.report.Permissions;
import org.inkseal.rights.DataMining;
import org.inkseal.rights.RslBlock;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpNamespace;
import org.inkseal.xmp.XmpProperty;
import org.inkseal.xmp.XmpValue;

/**
 * What a credential says, said once more in the XMP of the picture for those who read no credentials: the permissions as PLUS
 * Data Mining, where a licence can be had as web statement and PLUS Licensor, the origin as IPTC Digital Source Type, the
 * model and any prompt in the fields of IPTC 2025.1. They stand in the picture before it is signed, and so are bound with it.
 *
 * @param producer who makes the content, in the code of GB 45438-2025, for China's mark of generated content; empty for no
 *     such mark
 * @param place where the picture is published, for its permissions as RSL 1.0, which needs that; empty for no RSL
 */
public record Twins(Optional<String> producer, Optional<String> place) {
    private static final XmpName MINING = XmpNamespace.PLUS.name("DataMining");
    private static final XmpName SOURCE_TYPE = XmpNamespace.IPTC.name("DigitalSourceType");
    private static final XmpName SYSTEM = XmpNamespace.IPTC.name("AISystemUsed");
    private static final XmpName SYSTEM_VERSION = XmpNamespace.IPTC.name("AISystemVersionUsed");
    private static final XmpName PROMPT = XmpNamespace.IPTC.name("AIPromptInformation");
    private static final XmpName WEB_STATEMENT = XmpNamespace.RIGHTS.name("WebStatement");
    private static final XmpName LICENSOR = XmpNamespace.PLUS.name("Licensor");
    private static final XmpName CHINA = XmpNamespace.TC260.name("AIGC");
    private static final String IPTC_TERMS = "http://cv.iptc.org/";

    /** What everybody may know. */
    public static Twins standard() {
        return new Twins(Optional.empty(), Optional.empty());
    }

    /** These with China's mark of generated content in the name of a producer. */
    public Twins markedFor(String code) {
        return new Twins(Optional.of(code), place);
    }

    /** These with the permissions as RSL 1.0; {@code address} is one of the web, or a path, with {@code *} for any text. */
    public Twins publishedAt(String address) {
        return new Twins(producer, Optional.of(address));
    }

    /**
     * What goes into the XMP of a picture: nothing of an update, which leaves the picture as it is, and nothing of a manifest
     * definition, whose parts may be of any kind.
     *
     * @param opened whether the picture has a credential, whose origin stays what it is
     * @param before what that credential allows
     * @param identifier what the picture can be found by: the label of its manifest
     */
    XmpChange of(Statement statement, boolean opened, Permissions before, Optional<String> identifier) {
        return statement instanceof Declaration declaration
                ? declared(declaration, opened, before, identifier)
                : XmpChange.NONE;
    }

    private XmpChange declared(
            Declaration declaration, boolean opened, Permissions before, Optional<String> identifier) {
        List<XmpProperty> set = new ArrayList<>();
        Set<XmpName> gone = new HashSet<>();
        if (!declaration.permissions().isSilent()) {
            Permissions both = before.and(declaration.permissions());
            DataMining.of(both).ifPresent(term -> set.add(XmpProperty.text(MINING, term.uri())));
            place.flatMap(address -> RslBlock.of(address, both, declaration.offer()))
                    .ifPresent(set::add);
        }
        declaration.offer().ifPresent(offer -> set.addAll(terms(offer)));
        boolean told = !opened || History.changes(declaration);
        if (told && declaration.origin().uri().startsWith(IPTC_TERMS)) {
            set.add(XmpProperty.text(SOURCE_TYPE, declaration.origin().uri()));
        }
        if (told && isByModel(declaration.origin())) {
            declaration.tool().ifPresent(tool -> system(tool, set, gone));
            declaration
                    .generation()
                    .flatMap(Generation::prompt)
                    .ifPresent(text -> set.add(XmpProperty.text(PROMPT, text)));
            producer.ifPresent(code -> set.add(XmpProperty.text(CHINA, mark(code, identifier.orElse("")))));
        }
        return new XmpChange(set, gone);
    }

    /** Where a licence can be had and from whom (xmpRights:WebStatement, PLUS LDF Licensor). */
    private static List<XmpProperty> terms(Offer offer) {
        List<XmpProperty> licensor = new ArrayList<>();
        licensor.add(XmpProperty.text(XmpNamespace.PLUS.name("LicensorURL"), offer.page()));
        offer.contact()
                .map(whom -> XmpProperty.text(
                        XmpNamespace.PLUS.name(whom.contains("@") ? "LicensorEmail" : "LicensorName"), whom))
                .ifPresent(licensor::add);
        XmpValue one = new XmpValue.Fields(licensor, "");
        return List.of(
                XmpProperty.text(WEB_STATEMENT, offer.page()),
                new XmpProperty(LICENSOR, new XmpValue.Items(XmpValue.Order.SEQUENCE, List.of(one))));
    }

    private static void system(Declaration.Tool tool, List<XmpProperty> set, Set<XmpName> gone) {
        set.add(XmpProperty.text(SYSTEM, tool.name()));
        if (tool.version().isPresent()) {
            set.add(XmpProperty.text(SYSTEM_VERSION, tool.version().get()));
        } else {
            gone.add(SYSTEM_VERSION);
        }
    }

    private static boolean isByModel(DigitalSourceType origin) {
        return origin.maker() == DigitalSourceType.Maker.MODEL
                || origin.maker() == DigitalSourceType.Maker.MODEL_IN_PART;
    }

    /** The label of GB 45438-2025, where 1 says that content is generated. */
    private static String mark(String code, String identifier) {
        Value fields = Value.dict()
                .put("Label", "1")
                .put("ContentProducer", code)
                .put("ProduceID", identifier)
                .put("ReservedCode1", "")
                .put("ContentPropagator", "")
                .put("PropagateID", "")
                .put("ReservedCode2", "")
                .build();
        return JsonWriter.write(fields, false);
    }
}
