package org.inkseal.cli;

import java.util.Optional;
import org.inkseal.Amendment;
import org.inkseal.Declaration;
import org.inkseal.Signed;
import org.inkseal.Statement;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.report.Acceptance;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Permissions;
import org.inkseal.report.Report;

/**
 * A picture that was signed, or would be.
 *
 * @param origin what its credential says of its making; for a picture that had a credential before, what that one says
 * @param permissions what its credential allows, together with those before
 * @param manifest label of the new manifest; nothing in a dry run
 * @param again whether it had a credential before
 * @param change what signing made of the file besides
 * @param before whether an earlier run made it
 */
record Sealed(
        Optional<DigitalSourceType> origin,
        Permissions permissions,
        Optional<String> manifest,
        boolean again,
        Optional<String> change,
        boolean before) {
    static Sealed of(Signed signed) {
        return new Sealed(
                signed.report().origin(),
                signed.report().permissions().answers(Acceptance.ANYBODY),
                Optional.of(signed.manifest()),
                signed.again(),
                signed.change(),
                false);
    }

    /** This as the output of an earlier run. */
    Sealed madeBefore() {
        return new Sealed(origin, permissions, manifest, again, change, true);
    }

    /**
     * The word for the sum.
     *
     * @param done what this run does to a picture
     * @param todo what it would do
     */
    String word(String done, String todo) {
        return before ? "there already" : manifest.isPresent() ? done : todo;
    }

    /** What signing would make of a file that has no credential. */
    static Sealed planned(Statement statement) {
        return planned(statement, Optional.empty(), Permissions.SILENT, false);
    }

    /** What signing would make of a picture. */
    static Sealed planned(Statement statement, Report present) {
        return planned(
                statement,
                present.origin(),
                present.permissions().answers(Acceptance.ANYBODY),
                !present.manifests().isEmpty());
    }

    private static Sealed planned(
            Statement statement, Optional<DigitalSourceType> before, Permissions allowed, boolean again) {
        Optional<DigitalSourceType> origin = before;
        Permissions permissions = allowed;
        if (statement instanceof Declaration declaration) {
            origin = origin.or(() -> Optional.of(declaration.origin()));
            // What somebody allowed to do with the picture before is not allowed with this one.
            permissions = permissions.restrictions().and(declaration.permissions());
        } else if (statement instanceof Amendment amendment) {
            permissions = permissions.and(amendment.permissions());
        }
        return new Sealed(origin, permissions, Optional.empty(), again, Optional.empty(), false);
    }

    /** What else there is to say of it, to be added to the other lines; empty for nothing. */
    String note() {
        return (before ? "  (there already)" : "")
                + change.map(words -> "\n  note        " + words).orElse("");
    }

    /** The entry of the JSON answer. */
    Value.Dict json(String source, String target, String signer, String fingerprint) {
        DictBuilder entry = Value.dict()
                .put("file", source)
                .put("output", target)
                .put("result", word("signed", "dry run"))
                .put("exitCode", ExitCode.GOOD)
                .put("manifest", manifest.isPresent() ? Value.of(manifest.get()) : Value.NULL)
                .put("origin", origin.isPresent() ? Value.of(origin.get().uri()) : Value.NULL)
                .put("permissions", PermissionJson.answers(permissions))
                .put("signer", signer)
                .put("keyFingerprint", fingerprint.isEmpty() ? Value.NULL : Value.of(fingerprint))
                .put("onTopOfCredential", again)
                .put("change", change.isPresent() ? Value.of(change.get()) : Value.NULL);
        return entry.build();
    }
}
