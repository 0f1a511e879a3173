package org.inkseal.rights;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
import org.inkseal.report.PermissionSource;
import org.inkseal.report.PermissionStatement;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;
import org.inkseal.xmp.Xmp;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpNamespace;

/**
 * {@code tdm:reservation} and {@code tdm:policy} (W3C TDM Reservation Protocol, final report of 2024). A reservation of text
 * and data mining covers training (Directive (EU) 2019/790 Art. 4, Regulation (EU) 2024/1689 Art. 53), and says nothing to
 * use as input. Other values than 0 and 1 are to be taken for none; a policy without a reservation too.
 */
final class TdmReservation implements RightsVocabulary {
    private static final XmpNamespace TDM = XmpNamespace.TDM;
    /** The namespace that the report gives for EPUB, found in XMP as well. */
    private static final String OTHER = "http://www.w3.org/ns/tdmrep#";

    private static final List<Use> USES = List.of(Use.DATA_MINING, Use.AI_TRAINING, Use.AI_GENERATIVE_TRAINING);

    @Override
    public List<PermissionStatement> read(Xmp xmp) {
        List<PermissionStatement> statements = new ArrayList<>();
        List<String> policies = texts(xmp, "policy");
        for (String value : texts(xmp, "reservation")) {
            if (value.equals("0")) {
                statements.add(statement(Permission.ALLOWED, Optional.empty()));
            } else if (value.equals("1")) {
                Optional<String> policy = policies.stream().findFirst();
                statements.add(statement(policy.isPresent() ? Permission.CONSTRAINED : Permission.NOT_ALLOWED, policy));
            }
        }
        return statements;
    }

    private static List<String> texts(Xmp xmp, String name) {
        List<String> texts = new ArrayList<>(xmp.texts(TDM.name(name)));
        texts.addAll(xmp.texts(new XmpName(OTHER, name)));
        texts.removeIf(String::isEmpty);
        return texts;
    }

    private static PermissionStatement statement(Permission answer, Optional<String> policy) {
        Permissions answers = Permissions.SILENT;
        Map<Use, String> terms = new EnumMap<>(Use.class);
        for (Use use : USES) {
            answers = answers.with(use, answer);
            policy.ifPresent(text -> terms.put(use, text));
        }
        return MetadataRights.statement(PermissionSource.TDM_RESERVATION, answers, terms, policy.map(Offer::at));
    }
}
