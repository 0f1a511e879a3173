package org.inkseal.manifest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.Fields;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.CborReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * A claim as it was read (C2PA 2.2 §10): what the signature covers.
 *
 * @param version 1 ({@code c2pa.claim}) or 2 ({@code c2pa.claim.v2})
 * @param bytes the stored bytes, which are what was signed
 * @param fields all fields
 * @param signature URI of the claim signature
 * @param created references to the assertions that the signer states; for version 1 all
 * @param gathered references to the assertions that come from others
 * @param redacted absolute URIs of redacted assertions in other manifests
 * @param alg the hash algorithm of references that name none
 */
public record Claim(
        int version,
        Bytes bytes,
        Value.Dict fields,
        String signature,
        List<HashedUri> created,
        List<HashedUri> gathered,
        List<String> redacted,
        Optional<String> alg) {
    /** Label of a claim of version 2, the only one that is written. */
    public static final String LABEL = "c2pa.claim.v2";

    /** Label of a claim of version 1. */
    public static final String LABEL_V1 = "c2pa.claim";

    /** Copies the lists. */
    public Claim {
        created = List.copyOf(created);
        gathered = List.copyOf(gathered);
        redacted = List.copyOf(redacted);
    }

    /**
     * Reads the bytes of a claim as CBOR.
     *
     * @throws MalformedException if they are not one well-formed CBOR map: {@code claim.cbor.invalid}
     */
    public static Value.Dict readFields(Bytes bytes, Budget budget) throws MalformedException {
        return CborReader.read(bytes, budget)
                .asDict()
                .orElseThrow(() -> new MalformedException(0, "the claim is not a map"));
    }

    /**
     * Reads a claim from its fields (C2PA 2.2 §15.6).
     *
     * @throws MalformedException if a field that must be there is missing or of another kind: {@code claim.malformed}
     */
    public static Claim read(int version, Bytes bytes, Value.Dict fields) throws MalformedException {
        Fields.text(fields, "instanceID");
        if (version == 1) {
            Fields.text(fields, "claim_generator");
            Fields.text(fields, "dc:format");
            Fields.required(fields, "assertions");
        } else {
            Value info = Fields.required(fields, "claim_generator_info");
            if (info.asDict().isEmpty()) {
                throw Fields.wrong("claim_generator_info", "a map");
            }
            Fields.text(info, "name");
            Fields.required(fields, "created_assertions");
        }
        List<HashedUri> created = HashedUri.readList(fields, version == 1 ? "assertions" : "created_assertions");
        List<HashedUri> gathered = version == 1 ? List.of() : HashedUri.readList(fields, "gathered_assertions");
        refuseRepeats(created, gathered);
        List<String> redacted = new ArrayList<>();
        for (Value uri : Fields.optionalList(fields, "redacted_assertions")) {
            redacted.add(uri.asText().orElseThrow(() -> Fields.wrong("redacted_assertions", "a list of texts")));
        }
        return new Claim(
                version,
                bytes,
                fields,
                Fields.text(fields, "signature"),
                created,
                gathered,
                redacted,
                Fields.optionalText(fields, "alg"));
    }

    private static void refuseRepeats(List<HashedUri> created, List<HashedUri> gathered) throws MalformedException {
        Set<String> seen = new HashSet<>();
        for (HashedUri reference : concat(created, gathered)) {
            if (!seen.add(reference.url())) {
                throw new MalformedException(0, "the assertion " + reference.url() + " is named twice");
            }
        }
    }

    private static List<HashedUri> concat(List<HashedUri> first, List<HashedUri> second) {
        List<HashedUri> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** All references to assertions, created ones first. */
    public List<HashedUri> assertions() {
        return concat(created, gathered);
    }
}
