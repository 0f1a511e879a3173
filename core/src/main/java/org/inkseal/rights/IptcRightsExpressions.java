package org.inkseal.rights;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.inkseal.report.Permission;
import org.inkseal.report.PermissionSource;
import org.inkseal.report.PermissionStatement;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;
import org.inkseal.xmp.Xmp;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpNamespace;
import org.inkseal.xmp.XmpValue;

/**
 * Rights expressions of the IPTC photo metadata, embedded ({@code Iptc4xmpExt:EmbdEncRightsExpr}) or linked
 * ({@code Iptc4xmpExt:LinkedEncRightsExpr}). They are written in languages of their own, such as ODRL, and may say
 * anything; so they are terms that somebody has to read.
 */
final class IptcRightsExpressions implements RightsVocabulary {
    private static final XmpName EMBEDDED = XmpNamespace.IPTC.name("EmbdEncRightsExpr");
    private static final XmpName LINKED = XmpNamespace.IPTC.name("LinkedEncRightsExpr");
    private static final XmpName LINK = XmpNamespace.IPTC.name("LinkedRightsExpr");
    private static final XmpName EXPRESSION = XmpNamespace.IPTC.name("EncRightsExpr");
    private static final XmpName LANGUAGE = XmpNamespace.IPTC.name("RightsExprLangId");

    @Override
    public List<PermissionStatement> read(Xmp xmp) {
        List<PermissionStatement> statements = new ArrayList<>();
        List<String> links = links(xmp);
        if (!links.isEmpty()) {
            statements.add(onTerms(xmp, PermissionSource.IPTC_LINKED_RIGHTS, links.get(0), links));
        }
        if (!fields(xmp, EMBEDDED, EXPRESSION).isEmpty()) {
            String language =
                    fields(xmp, EMBEDDED, LANGUAGE).stream().findFirst().orElse("an unnamed language");
            statements.add(onTerms(
                    xmp,
                    PermissionSource.IPTC_EMBEDDED_RIGHTS,
                    "the rights expression in the file, in " + language,
                    links));
        }
        return statements;
    }

    private static PermissionStatement onTerms(Xmp xmp, PermissionSource source, String text, List<String> links) {
        Map<Use, String> terms = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            terms.put(use, text);
        }
        return MetadataRights.statement(
                source, Permissions.all(Permission.CONSTRAINED), terms, Licensor.offer(xmp, links));
    }

    /** The addresses of linked rights expressions. */
    static List<String> links(Xmp xmp) {
        return fields(xmp, LINKED, LINK);
    }

    private static List<String> fields(Xmp xmp, XmpName property, XmpName field) {
        List<String> texts = new ArrayList<>();
        for (XmpValue value : xmp.values(property)) {
            for (XmpValue part : value.field(field)) {
                part.texts().stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .forEach(texts::add);
            }
        }
        return texts;
    }
}
