package org.inkseal.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.report.Consent;
import org.inkseal.report.Offer;
import org.inkseal.report.PermissionSource;
import org.inkseal.report.PermissionStatement;
import org.inkseal.report.PermissionStatement.Place;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;
import org.inkseal.report.ValidationState;
import org.inkseal.xmp.Xmp;

/** Everything that the metadata of a file says about the uses of its picture. */
public final class MetadataRights {
    private static final List<RightsVocabulary> ALL =
            List.of(new PlusDataMining(), new IptcRightsExpressions(), new TdmReservation(), new RslLicense());

    private MetadataRights() {}

    /** Reads all vocabularies. Whatever is in the metadata, this gives an answer. */
    public static Consent of(Xmp xmp) {
        List<PermissionStatement> statements = new ArrayList<>();
        for (RightsVocabulary vocabulary : ALL) {
            statements.addAll(vocabulary.read(xmp));
        }
        return new Consent(statements, xmp.trouble());
    }

    static PermissionStatement statement(
            PermissionSource source, Permissions answers, Map<Use, String> terms, Optional<Offer> offer) {
        return new PermissionStatement(
                source,
                Place.METADATA,
                ValidationState.NONE,
                Optional.empty(),
                Optional.empty(),
                answers,
                terms,
                offer);
    }
}
