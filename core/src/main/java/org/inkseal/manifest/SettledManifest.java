package org.inkseal.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.DataHash;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseDraft;
import org.inkseal.cose.UnprotectedHeaders;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.JumbfWriter;

/**
 * A manifest whose size is fixed while the place of its store in the file, the hash of the file and the signature are
 * still open (C2PA 2.2 §10.4).
 *
 * <p>The place and the hash go into the data hash, whose padding takes up what their encodings leave; everything else
 * keeps its bytes.
 */
public final class SettledManifest {
    /** Longer than any place in a file when encoded, so that the real one always fits. */
    private static final Range WIDEST = new Range(1L << 40, 1L << 40);

    private final String label;
    private final String instanceId;
    private final Value.Dict generatorInfo;
    private final Optional<String> title;
    private final HashAlgorithm algorithm;
    private final List<Bytes> assertionBoxes;
    private final List<HashedUri> created;
    private final List<HashedUri> gathered;
    private final List<String> redacted;
    private final List<Bytes> ingredientManifests;
    private final Bytes salt;
    private final CoseDraft cose;
    private final int signatureBoxLength;
    private final Binding binding;
    private final int dataHashLength;

    SettledManifest(
            String label,
            String instanceId,
            Value.Dict generatorInfo,
            Optional<String> title,
            HashAlgorithm algorithm,
            List<Bytes> assertionBoxes,
            List<HashedUri> created,
            List<HashedUri> gathered,
            List<String> redacted,
            List<Bytes> ingredientManifests,
            Bytes salt,
            CoseDraft cose,
            int signatureBoxLength,
            Binding binding) {
        this.label = label;
        this.instanceId = instanceId;
        this.generatorInfo = generatorInfo;
        this.title = title;
        this.algorithm = algorithm;
        this.assertionBoxes = assertionBoxes;
        this.created = created;
        this.gathered = gathered;
        this.redacted = redacted;
        this.ingredientManifests = ingredientManifests;
        this.salt = salt;
        this.cose = cose;
        this.signatureBoxLength = signatureBoxLength;
        this.binding = binding;
        this.dataHashLength = CborWriter.write(dataHash(WIDEST, zeros(algorithm.length()), 0)
                        .content()
                        .asValue()
                        .orElseThrow())
                .length();
    }

    /** The algorithm that the file is hashed with. */
    public HashAlgorithm algorithm() {
        return algorithm;
    }

    /** Bytes of the finished store. */
    public int storeLength() {
        Optional<Bytes> dataHash = dataHashBox(new Range(0, 0), zeros(algorithm.length()));
        return store(dataHash, claim(dataHash), zeros(signatureBoxLength)).length();
    }

    /**
     * Puts the hash of the file into the manifest.
     *
     * @param slot where the framed store stands in the file; without meaning for a store beside it
     * @param fileHash hash of all other bytes of the file; without meaning for an update manifest
     * @return the manifest, ready to be signed
     */
    public Unsigned bind(Range slot, Bytes fileHash) {
        Optional<Bytes> dataHash = dataHashBox(slot, fileHash);
        return new Unsigned(dataHash, claim(dataHash));
    }

    /** A manifest with nothing missing but its signature. */
    public final class Unsigned {
        private final Optional<Bytes> dataHash;
        private final Bytes claim;

        private Unsigned(Optional<Bytes> dataHash, Bytes claim) {
            this.dataHash = dataHash;
            this.claim = claim;
        }

        /** The bytes that the signer signs: the Sig_structure of RFC 9052 §4.4. */
        public Bytes toBeSigned() {
            return cose.toBeSigned(claim);
        }

        /**
         * The bytes that a time-stamp of the signature is to be made over: those of {@code sigTst2} (C2PA 2.2 §14.6).
         */
        public Bytes toBeStamped(Bytes signature) {
            return cose.toBeStamped(CborWriter.write(Value.of(signature)));
        }

        /** How many bytes more than were kept free the headers take; none if they fit. */
        public int overflow(Bytes signature, UnprotectedHeaders headers) {
            return Math.max(0, cose.minimumLength(signature.length(), headers.toDict()) - signatureBoxLength);
        }

        /**
         * The store with its signature; as long as {@link #storeLength()} said.
         *
         * @throws IllegalArgumentException if the headers {@linkplain #overflow do not fit}
         */
        public Bytes sign(Bytes signature, UnprotectedHeaders headers) {
            return store(dataHash, claim, cose.seal(signature, headers.toDict(), signatureBoxLength));
        }
    }

    private DataHash dataHash(Range slot, Bytes hash, int pad) {
        boolean embedded = binding == Binding.EMBEDDED;
        return new DataHash(
                embedded ? List.of(slot) : List.of(),
                Optional.of(algorithm.label()),
                Optional.of(hash),
                embedded ? Optional.of("jumbf manifest") : Optional.empty(),
                zeros(pad));
    }

    private Optional<Bytes> dataHashBox(Range slot, Bytes hash) {
        if (binding == Binding.INHERITED) {
            return Optional.empty();
        }
        int unpadded = CborWriter.write(
                        dataHash(slot, hash, 0).content().asValue().orElseThrow())
                .length();
        // Two integers save at most 16 bytes, and up to 23 bytes of padding cost no longer head.
        return Optional.of(
                dataHash(slot, hash, dataHashLength - unpadded).content().write(DataHash.LABEL, Optional.of(salt)));
    }

    private Bytes claim(Optional<Bytes> dataHashBox) {
        List<HashedUri> bySigner = new ArrayList<>(created);
        dataHashBox.ifPresent(box -> bySigner.add(new HashedUri(
                "self#jumbf=" + Manifest.ASSERTIONS + "/" + DataHash.LABEL,
                algorithm.hash(ManifestDraft.content(box)))));
        DictBuilder claim = Value.dict()
                .put("instanceID", instanceId)
                .put("claim_generator_info", generatorInfo)
                .put("signature", JumbfUri.absolute(label, Manifest.SIGNATURE))
                .put("alg", algorithm.label())
                .putIfPresent("dc:title", title)
                .put(
                        "created_assertions",
                        bySigner.stream().map(HashedUri::toValue).toList());
        if (!gathered.isEmpty()) {
            claim.put(
                    "gathered_assertions",
                    gathered.stream().map(HashedUri::toValue).toList());
        }
        if (!redacted.isEmpty()) {
            claim.put("redacted_assertions", redacted.stream().map(Value::of).toList());
        }
        return CborWriter.write(claim.build());
    }

    private Bytes store(Optional<Bytes> dataHash, Bytes claim, Bytes signature) {
        List<Bytes> assertions = new ArrayList<>(assertionBoxes);
        dataHash.ifPresent(assertions::add);
        Bytes manifest = JumbfWriter.superBox(
                binding == Binding.INHERITED ? ContentType.UPDATE_MANIFEST : ContentType.MANIFEST,
                label,
                Optional.empty(),
                superBox(ContentType.ASSERTION_STORE, Manifest.ASSERTIONS, assertions.toArray(new Bytes[0])),
                superBox(ContentType.CLAIM, Claim.LABEL, JumbfWriter.contentBox("cbor", claim)),
                superBox(ContentType.SIGNATURE, Manifest.SIGNATURE, JumbfWriter.contentBox("cbor", signature)));
        List<Bytes> manifests = new ArrayList<>(ingredientManifests);
        manifests.add(manifest);
        return superBox(ContentType.STORE, ManifestStore.LABEL, manifests.toArray(new Bytes[0]));
    }

    private static Bytes superBox(ContentType type, String label, Bytes... children) {
        return JumbfWriter.superBox(type, label, Optional.empty(), children);
    }

    private static Bytes zeros(int length) {
        return Bytes.wrap(new byte[length]);
    }
}
