package org.inkseal.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.report.Acceptance;
import org.inkseal.report.Consent;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
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

    /**
     * The same beside a valid credential. PLUS has no term for every combination of answers; the term that comes nearest to
     * those of the credential is the credential said once more, and refuses nothing that it does not.
     *
     * @param credential what the manifests of the picture say
     */
    public static Consent beside(Consent credential, Xmp xmp) {
        Permissions answers = credential.answers(Acceptance.ANYBODY);
        Optional<Permissions> nearest = DataMining.of(answers).map(term -> PlusDataMining.answers(term.uri()));
        List<PermissionStatement> statements = new ArrayList<>();
        for (PermissionStatement said : of(xmp).statements()) {
            boolean twin =
                    said.source() == PermissionSource.PLUS_DATA_MINING && nearest.equals(Optional.of(said.answers()));
            statements.add(
                    twin ? statement(said.source(), again(said.answers(), answers), said.terms(), said.offer()) : said);
        }
        return new Consent(statements, xmp.trouble());
    }

    private static Permissions again(Permissions term, Permissions credential) {
        Permissions both = Permissions.SILENT;
        for (Use use : Use.values()) {
            if (term.to(use) != Permission.SILENT) {
                both = both.with(use, credential.to(use));
            }
        }
        return both;
    }

    static PermissionStatement statement(
            PermissionSource source, Permissions answers, Map<Use, String> terms, Optional<Offer> offer) {
        return new PermissionStatement(
                source,
                Place.METADATA,
                ValidationState.NONE,
                Optional.empty(),
                false,
                Optional.empty(),
                answers,
                terms,
                offer);
    }
}
