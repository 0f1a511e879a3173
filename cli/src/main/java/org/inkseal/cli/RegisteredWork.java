package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.inkseal.Signed;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.HashedRanges;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.facts.PictureCode;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Progress;
import org.inkseal.report.Acceptance;
import org.inkseal.report.SignatureSummary;

/**
 * A picture that was signed, as the list of works remembers it.
 *
 * @param name its path below the folder that was named, or its bare name
 * @param original what it was before
 * @param signedSha256 SHA-256 of the picture that has the credential, in hexadecimal digits
 * @param signed what came of it
 * @param when when it was signed, unless an earlier run did it
 */
record RegisteredWork(String name, Original original, String signedSha256, Signed signed, Optional<Instant> when) {
    /**
     * A picture before it was signed.
     *
     * @param sha256 SHA-256 of the file in hexadecimal digits
     * @param code its ISCC code; nothing where it cannot be decoded
     * @param withoutCode why there is none
     */
    record Original(String sha256, Optional<String> code, Optional<String> withoutCode) {
        /** Reads a picture. */
        static Original of(Path file) throws IOException {
            try (ByteSource source = ByteSource.open(file)) {
                String digest = digest(source);
                try {
                    AssetMap map = AssetFormats.detectOrOpaque(source).map(source, Budget.standard());
                    String code = PictureCode.of(source, map).toString();
                    return new Original(digest, Optional.of(code), Optional.empty());
                } catch (MalformedException e) {
                    return new Original(digest, Optional.empty(), Optional.of(e.describe()));
                } catch (IllegalArgumentException e) {
                    return new Original(digest, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
                }
            }
        }
    }

    /**
     * A picture after it was signed.
     *
     * @param picture the file that is signed now, wherever its credential is
     */
    static RegisteredWork of(Item item, Original original, Path picture, Signed signed, Optional<Instant> when)
            throws IOException {
        String name = StreamSupport.stream(item.relative().spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
        try (ByteSource source = ByteSource.open(picture)) {
            return new RegisteredWork(name, original, digest(source), signed, when);
        }
    }

    private static String digest(ByteSource source) throws IOException {
        return HashedRanges.allBut(source.size(), List.of())
                .hash(source, HashAlgorithm.SHA256.digest(), Progress.NONE)
                .hex();
    }

    /** The entry of the list; every key is always there. */
    Value.Dict json() {
        Optional<SignatureSummary> signature = signed.report().signature();
        Optional<Instant> time = signature.flatMap(SignatureSummary::time).or(() -> when);
        return Value.dict()
                .put("name", name)
                .put("mediaType", signed.report().mediaType())
                .put("originalSha256", original.sha256())
                .put("signedSha256", signedSha256)
                .put("iscc", text(original.code()))
                .put("withoutIscc", text(original.withoutCode()))
                .put("manifest", signed.manifest())
                .put("signer", PermissionJson.signer(signature))
                .put(
                        "permissions",
                        PermissionJson.answers(signed.report().permissions().answers(Acceptance.ANYBODY)))
                .put("signedAt", text(time.map(Instant::toString)))
                .build();
    }

    private static Value text(Optional<String> text) {
        return text.isPresent() ? Value.of(text.get()) : Value.NULL;
    }
}
