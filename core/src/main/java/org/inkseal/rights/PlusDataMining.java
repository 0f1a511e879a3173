package org.inkseal.rights;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.inkseal.report.Permission;
import org.inkseal.report.PermissionSource;
import org.inkseal.report.PermissionStatement;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;
import org.inkseal.xmp.Xmp;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpNamespace;

/**
 * {@code plus:DataMining} (PLUS LDF 2.0.1, IPTC Photo Metadata 2023.1). Its value is one URI of a vocabulary. A value that
 * the vocabulary does not have counts as a no: somebody wanted to say something, and silence would be the wrong guess.
 */
final class PlusDataMining implements RightsVocabulary {
    private static final XmpName PROPERTY = XmpNamespace.PLUS.name("DataMining");
    private static final XmpName CONSTRAINTS = XmpNamespace.PLUS.name("OtherConstraints");

    /** What each value says to data mining, use as input, training and generative training, in the order of the uses. */
    private static final Map<String, Permissions> VALUES = Map.of(
            "UNSPECIFIED", Permissions.SILENT,
            "ALLOWED", Permissions.all(Permission.ALLOWED),
            "PROHIBITED", Permissions.all(Permission.NOT_ALLOWED),
            "PROHIBITED-EXCEPTSEARCHENGINEINDEXING", Permissions.all(Permission.NOT_ALLOWED),
            "PROHIBITED-AIMLTRAINING",
                    Permissions.SILENT
                            .with(Use.AI_TRAINING, Permission.NOT_ALLOWED)
                            .with(Use.AI_GENERATIVE_TRAINING, Permission.NOT_ALLOWED),
            "PROHIBITED-GENAIMLTRAINING", Permissions.SILENT.with(Use.AI_GENERATIVE_TRAINING, Permission.NOT_ALLOWED),
            "PROHIBITED-SEECONSTRAINT", Permissions.all(Permission.CONSTRAINED),
            "PROHIBITED-SEEEMBEDDEDRIGHTSEXPR", Permissions.all(Permission.CONSTRAINED),
            "PROHIBITED-SEELINKEDRIGHTSEXPR", Permissions.all(Permission.CONSTRAINED));

    @Override
    public List<PermissionStatement> read(Xmp xmp) {
        List<PermissionStatement> statements = new ArrayList<>();
        for (String value : xmp.texts(PROPERTY)) {
            Permissions answers = answers(value);
            boolean onTerms = answers.answers().containsValue(Permission.CONSTRAINED);
            if (!answers.isSilent()) {
                statements.add(MetadataRights.statement(
                        PermissionSource.PLUS_DATA_MINING,
                        answers,
                        onTerms ? terms(xmp, answers) : Map.of(),
                        onTerms ? Licensor.offer(xmp, IptcRightsExpressions.links(xmp)) : Optional.empty()));
            }
        }
        return statements;
    }

    /** The key is what stands after the last slash; writers forget the rest of the URI, and its {@code DMI-}. */
    static Permissions answers(String value) {
        String key = value.substring(value.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        if (key.isEmpty()) {
            return Permissions.SILENT;
        }
        String name = key.startsWith("DMI-") ? key.substring("DMI-".length()) : key;
        return VALUES.getOrDefault(name, Permissions.all(Permission.NOT_ALLOWED));
    }

    private static Map<Use, String> terms(Xmp xmp, Permissions answers) {
        Map<Use, String> terms = new EnumMap<>(Use.class);
        xmp.text(CONSTRAINTS).ifPresent(text -> answers.answers().keySet().forEach(use -> terms.put(use, text)));
        return terms;
    }
}
