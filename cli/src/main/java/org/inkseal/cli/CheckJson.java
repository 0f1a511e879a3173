package org.inkseal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.IdentitySummary;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;
import org.inkseal.report.Signal;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.UnsignedRange;

/** One file in the JSON answer of {@code check}; {@code docs/check-json.md} describes it. Every key is always there. */
final class CheckJson {
    private CheckJson() {}

    static Value.Dict of(String file, Judgement judgement, UnsignedClaims claims) {
        Report report = judgement.report();
        Wanted wanted = judgement.wanted();
        // What a credential says is repeated only when it is valid.
        boolean valid = report.state().isValid();
        Verdict verdict = judgement.verdict();
        boolean faulty = verdict == Verdict.BROKEN || verdict == Verdict.WARNING;
        return Value.dict()
                .put("file", file)
                .put("state", report.state().label())
                .put("verdict", verdict.name())
                .put("exitCode", judgement.exitCode())
                .put("reason", faulty ? Value.of(Sentence.reason(judgement)) : Value.NULL)
                .put("mediaType", report.mediaType())
                .put("origin", valid ? origin(report.origin()) : Value.NULL)
                .put("signals", valid ? signals(report.activeManifest()) : Value.NULL)
                .put("signer", valid ? signer(report.signature(), judgement) : Value.NULL)
                .put("signedAt", valid ? signedAt(report.signature()) : Value.NULL)
                .put("identities", valid ? identities(report.activeManifest()) : Value.NULL)
                .put("permissions", PermissionJson.answers(report.permissions().answers(wanted.acceptance())))
                .put("acceptance", wanted.accepted().toString())
                .put("permissionStatements", PermissionJson.statements(report.permissions()))
                .put("permissionsDisputed", PermissionJson.disputed(report.permissions()))
                .put("may", PermissionJson.asked(report.permissions(), wanted))
                .put("validationTime", report.validationTime().toString())
                .put("findings", StatusJson.of(report.active()))
                .put("ingredientDeltas", StatusJson.ofDeltas(report.ingredientDeltas()))
                .put("remoteManifest", text(report.remoteManifest()))
                .put("manifestSource", report.storeOrigin().label())
                .put("unreferencedManifests", report.unreferenced())
                .put("unsignedRanges", ranges(report.unsignedRanges()))
                .put("unsignedClaims", claims.json())
                .build();
    }

    /** A file that could not be checked. */
    static Value.Dict of(String file, Trouble trouble) {
        DictBuilder entry = Value.dict()
                .put("file", file)
                .put("state", Value.NULL)
                .put("verdict", "ERROR")
                .put("exitCode", trouble.exitCode())
                .put("reason", trouble.about(file));
        for (String key : new String[] {
            "mediaType",
            "origin",
            "signals",
            "signer",
            "signedAt",
            "identities",
            "permissions",
            "acceptance",
            "permissionStatements",
            "permissionsDisputed",
            "may",
            "validationTime",
            "findings",
            "ingredientDeltas",
            "remoteManifest",
            "manifestSource",
            "unreferencedManifests",
            "unsignedRanges",
            "unsignedClaims"
        }) {
            entry.put(key, Value.NULL);
        }
        return entry.build();
    }

    private static Value origin(Optional<DigitalSourceType> origin) {
        if (origin.isEmpty()) {
            return Value.NULL;
        }
        return Value.dict()
                .put("term", origin.get().term())
                .put("uri", origin.get().uri())
                .put("phrase", origin.get().phrase())
                .build();
    }

    private static Value signals(Optional<ManifestSummary> active) {
        List<Value> signals = new ArrayList<>();
        active.ifPresent(manifest -> Signal.of(manifest)
                .forEach(signal -> signals.add(Value.dict()
                        .put("id", signal.id())
                        .put("title", signal.title())
                        .build())));
        return Value.of(signals);
    }

    private static Value signer(Optional<SignatureSummary> signature, Judgement judgement) {
        if (signature.isEmpty()) {
            return Value.NULL;
        }
        SignatureSummary signer = signature.get();
        Acquaintance acquaintance = judgement.signer();
        return Value.dict()
                .put("commonName", text(signer.commonName()))
                .put("organization", text(signer.organization()))
                .put("issuer", text(signer.issuer()))
                .put("trust", acquaintance.trust().words())
                .put("trustList", text(acquaintance.list()))
                .put("knownAs", text(acquaintance.known().map(KnownSigner::name)))
                .put("algorithm", signer.algorithm())
                .put("keyFingerprint", Fingerprint.of(signer.keySha256()))
                .put("certificateSha256", signer.certificateSha256())
                .put("notBefore", signer.notBefore().toString())
                .put("notAfter", signer.notAfter().toString())
                .put("site", judgement.site().map(SiteProof::json).orElse(Value.NULL))
                .build();
    }

    private static Value identities(Optional<ManifestSummary> active) {
        List<Value> entries = new ArrayList<>();
        for (IdentitySummary identity : active.map(ManifestSummary::identities).orElse(List.of())) {
            List<Value> known = identity.identities().stream()
                    .<Value>map(one -> Value.dict()
                            .put("type", one.type())
                            .put("name", text(one.name()))
                            .put("account", text(one.account()))
                            .put("provider", one.provider())
                            .build())
                    .toList();
            entries.add(Value.dict()
                    .put("kind", identity.sigType())
                    .put("trust", IdentityWords.trust(identity.standing()))
                    .put("name", text(identity.name()))
                    .put("issuer", text(identity.issuer()))
                    .put("roles", identity.roles().stream().map(Value::of).toList())
                    .put("knownBy", known)
                    .put("url", identity.uri())
                    .build());
        }
        return Value.of(entries);
    }

    private static Value signedAt(Optional<SignatureSummary> signature) {
        if (signature.isEmpty() || signature.get().time().isEmpty()) {
            return Value.NULL;
        }
        return Value.dict()
                .put("time", signature.get().time().get().toString())
                .put("trusted", signature.get().timeTrusted())
                .build();
    }

    private static List<Value> ranges(List<UnsignedRange> ranges) {
        List<Value> values = new ArrayList<>();
        for (UnsignedRange range : ranges) {
            values.add(Value.dict()
                    .put("name", range.name())
                    .put("start", range.start())
                    .put("length", range.length())
                    .build());
        }
        return values;
    }

    private static Value text(Optional<String> text) {
        return text.isPresent() ? Value.of(text.get()) : Value.NULL;
    }
}
