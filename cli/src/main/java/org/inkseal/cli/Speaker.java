package org.inkseal.cli;

import java.util.Set;
import org.inkseal.report.Acceptance;
import org.inkseal.report.PermissionStatement;
import org.inkseal.report.PermissionStatement.Place;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.ValidationState;

/** Who says something about the uses of a picture, in words. */
final class Speaker {
    private final Acceptance known;

    /**
     * Names speakers.
     *
     * @param known SHA-256 of the keys and certificates that the user knows
     */
    Speaker(Set<String> known) {
        this.known = Acceptance.trustedOr(known);
    }

    /** Who says it, and where. A name is repeated only if it is that of a valid signature. */
    String of(PermissionStatement statement) {
        String source = statement.source().label();
        if (statement.place() == Place.METADATA) {
            return source + " in the metadata";
        }
        String where = switch (statement.place()) {
            case PARENT -> ", of a picture that it was made from";
            case COMPONENT -> ", of something that is in it";
            case INPUT -> ", of something that was input for it";
            case UNREFERENCED -> ", in a credential that nothing leads to";
            case PICTURE, METADATA -> "";
        };
        if (!statement.state().isValid()) {
            return source + " of a credential that is not valid" + where;
        }
        String name = statement
                .signer()
                .flatMap(SignatureSummary::name)
                .map(PlainText::quoted)
                .orElse("a key without a name");
        return name + " (" + trust(statement).words() + where + ")";
    }

    private SignerTrust trust(PermissionStatement statement) {
        if (statement.state() == ValidationState.TRUSTED) {
            return SignerTrust.TRUSTED_LIST;
        }
        return statement.signer().filter(known::knows).isPresent() ? SignerTrust.KNOWN : SignerTrust.NOT_VERIFIED;
    }

    /** Why a "yes" that was said does not count. */
    String objection(PermissionStatement statement) {
        String yes = "the yes of " + of(statement) + " does not count: ";
        if (statement.place() == Place.METADATA) {
            return yes + "nobody signed it";
        }
        if (statement.place() != Place.PICTURE) {
            return yes + "it was said of another picture";
        }
        if (statement.state().isValid() && !statement.created()) {
            return yes + "the signer gathered it from others";
        }
        return yes + (statement.state().isValid() ? "the signer is not accepted" : "nothing proves it");
    }
}
