package org.inkseal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.PictureView;
import org.inkseal.facts.CameraMetadata;
import org.inkseal.io.AtomicOutput;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Progress;
import org.inkseal.manifest.ManifestDraft;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.sign.Seal;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.CertificateProfile;
import org.inkseal.trust.KeyPurpose;
import org.inkseal.verify.UnsupportedFormatException;
import org.inkseal.verify.Verifier;

/** Does the work of a {@link Signing} on one picture: what it is to say, the seal, and our own check of the result. */
final class Sealing {
    private final Signing how;

    Sealing(Signing how) {
        this.how = how;
    }

    /** Writes the store of a file that stands apart from it. The caller commits. */
    Signed apart(ByteSource file, ManifestDraft draft, AtomicOutput out, Path sidecar, Progress progress)
            throws IOException, SigningException {
        if (draft.isUpdate()) {
            throw new SigningException("an update goes where the credential is that it updates: into the picture");
        }
        Seal.Store store = seal().apart(file, draft, progress);
        Report report = verifier().verify(file, store.bytes());
        requirePassed(report);
        out.write(store.bytes());
        return new Signed(
                sidecar, draft.label(), report, false, store.withoutTime(), Optional.empty(), Optional.empty());
    }

    /** What is repeated in the XMP of a picture. */
    XmpChange twins(AssetMap map, Statement statement, Drafting drafting, ManifestDraft draft) {
        boolean opened = !map.carriers().isEmpty();
        return how.twins.isEmpty()
                ? XmpChange.NONE
                : how.twins.get().of(statement, opened, drafting.before(), Optional.of(draft.label()));
    }

    /** Writes and commits the signed form of a picture. */
    Signed write(
            ByteSource picture, AtomicOutput out, Path target, Statement statement, boolean force, Progress progress)
            throws IOException, SigningException {
        PictureView original = view(picture);
        AssetMap map = original.map();
        Drafting drafting = drafting();
        ManifestDraft draft = drafting.draft(picture, map, whole(picture, map, statement));
        XmpChange.Attempt changed = twins(map, statement, drafting, draft).tryIn(original);
        Optional<String> withoutTime;
        try {
            PictureView view = changed.picture();
            withoutTime = seal().write(view.source(), view.map(), draft, out.channel(), progress);
        } catch (IllegalArgumentException e) {
            throw new SigningException(String.valueOf(e.getMessage()), e);
        }
        Report report = verifier().verify(out.temp());
        requirePassed(report);
        out.commit(force);
        return new Signed(
                target,
                draft.label(),
                report,
                !map.carriers().isEmpty(),
                withoutTime,
                map.format().change(map),
                changed.refusal());
    }

    /** That nobody vouches for the signer is no reason to refuse anything, and so not the one to name. */
    private void requirePassed(Report report) throws SigningException {
        if (how.actor.isPresent()
                && !report.active().has(StatusCode.CAWG_IDENTITY_TRUSTED)
                && !report.active().has(StatusCode.CAWG_IDENTITY_WELL_FORMED)) {
            throw new SigningException("the identity assertion does not pass our own check, so nothing was kept: "
                    + report.failures().stream()
                            .filter(finding -> finding.code().code().startsWith("cawg."))
                            .filter(finding -> finding.code() != StatusCode.CAWG_X509_CREDENTIAL_UNTRUSTED)
                            .findFirst()
                            .map(finding -> finding.code().code() + ": " + finding.explanation())
                            .orElse("no success"));
        }
        if (!report.state().isValid()) {
            throw new SigningException("the signed file does not pass our own check, so it was not kept: "
                    + report.failures().stream()
                            .filter(finding -> finding.code() != StatusCode.SIGNING_CREDENTIAL_UNTRUSTED)
                            .findFirst()
                            .map(finding -> finding.code().code() + ": " + finding.explanation())
                            .orElse("no success"));
        }
    }

    static AssetFormat known(ByteSource picture) throws IOException {
        return AssetFormats.detect(picture)
                .orElseThrow(() -> new UnsupportedFormatException("not a picture format that inkseal signs"));
    }

    private Seal seal() {
        return new Seal(how.signer, how.stamping, how.revocation, how.binding, how.actor);
    }

    Drafting drafting() {
        return new Drafting(verifier(), how.random, how.thumbnails);
    }

    static PictureView view(ByteSource picture) throws IOException, SigningException {
        return new PictureView(picture, map(picture, known(picture)));
    }

    /** A statement with what the camera noted, if that is wanted. */
    Statement whole(ByteSource picture, AssetMap map, Statement statement) throws IOException, SigningException {
        if (how.actor.isPresent() && statement instanceof Amendment) {
            throw new SigningException(
                    "an update has no binding of its own for an identity to cover: sign the picture anew, or without one");
        }
        return how.camera && statement instanceof Declaration declaration
                ? CameraMetadata.of(picture, map).map(declaration::with).orElse(declaration)
                : statement;
    }

    static AssetMap map(ByteSource picture, AssetFormat format) throws IOException, SigningException {
        try {
            return format.map(picture, Budget.standard());
        } catch (MalformedException e) {
            throw new SigningException("not a whole " + format.name() + " file: " + e.describe(), e);
        }
    }

    Verifier verifier() {
        return Verifier.at(how.clock.instant()).trusting(how.trust);
    }

    /** A certificate that no verifier will accept must not sign anything. */
    void checkCredential() throws SigningException {
        if (how.actor.isPresent()) {
            how.actor.get().check();
        }
        if (how.revocation.isPresent() && how.stamping.isEmpty()) {
            throw new IllegalArgumentException("an OCSP response proves nothing without a time-stamp (C2PA 2.2 §15.9)");
        }
        Certificate leaf;
        try {
            leaf = Certificate.parse(how.signer.certificates().get(0));
        } catch (MalformedException e) {
            throw new SigningException("the signer's certificate cannot be read: " + e.getMessage(), e);
        }
        List<String> violations = CertificateProfile.violations(leaf, KeyPurpose.CLAIM_SIGNERS);
        if (!violations.isEmpty()) {
            throw new SigningException(
                    "the certificate does not fit the C2PA certificate profile: " + String.join("; ", violations));
        }
        if (!leaf.validAt(how.clock.instant())) {
            throw new SigningException(
                    "the certificate is valid from " + leaf.notBefore() + " to " + leaf.notAfter() + " only");
        }
    }
}
