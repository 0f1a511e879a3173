package org.inkseal.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Identity;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseDraft;
import org.inkseal.cose.UnprotectedHeaders;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.JumbfWriter;

/**
 * A manifest whose size is fixed while its hard binding, which needs the hash of the file, and the signature are still
 * open (C2PA 2.2 §10.4). Everything else keeps its bytes.
 */
public final class SettledManifest {
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
    private final Optional<Assertion> bindingDraft;
    private final Optional<IdentityPlaceholder> identity;

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
            Optional<Assertion> bindingDraft,
            Optional<IdentityPlaceholder> identity) {
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
        this.bindingDraft = bindingDraft;
        this.identity = identity;
        if (identity.isPresent() && bindingDraft.isEmpty()) {
            throw new IllegalArgumentException("an identity assertion needs a hard binding of its own manifest");
        }
    }

    /** A store without manifests, for those who want to see how a file looks that carries one. */
    public static Bytes emptyStore() {
        return superBox(ContentType.STORE, ManifestStore.LABEL);
    }

    /** Bytes of the finished store. */
    public int storeLength() {
        Optional<Bytes> box = bindingDraft.map(this::bindingBox);
        Optional<Bytes> identityBox = identity.map(placeholder -> placeholder.draft(reference(box.orElseThrow())));
        return store(box, identityBox, claim(box, identityBox), zeros(signatureBoxLength))
                .length();
    }

    /**
     * What the holder of a credential signs in the identity assertion; nothing if there is to be none.
     *
     * @param binding the hard binding of the finished file
     */
    public Optional<Bytes> identityToBeSigned(Assertion binding) {
        return identity.map(placeholder -> placeholder.toBeSigned(reference(bindingBox(binding))));
    }

    /**
     * Puts the hash of the file into the manifest.
     *
     * @param binding the hard binding of the finished file; without meaning for an update manifest
     * @param identitySignature the bare signature of {@link #identityToBeSigned}; nothing if that was nothing
     * @return the manifest, ready to be signed
     * @throws IllegalArgumentException if the binding is longer or shorter than its draft was
     */
    public Unsigned bind(Assertion binding, Optional<Bytes> identitySignature) {
        Optional<Bytes> box = bindingDraft.map(draft -> bindingBox(binding));
        int length = box.map(Bytes::length).orElse(0);
        int drafted = bindingDraft.map(draft -> bindingBox(draft).length()).orElse(0);
        if (length != drafted) {
            throw new IllegalArgumentException("a hard binding of " + length + " bytes, its draft had " + drafted);
        }
        Optional<Bytes> identityBox = identity.map(
                placeholder -> placeholder.box(reference(box.orElseThrow()), identitySignature.orElseThrow()));
        return new Unsigned(box, identityBox, claim(box, identityBox));
    }

    /** A manifest with nothing missing but its signature. */
    public final class Unsigned {
        private final Optional<Bytes> binding;
        private final Optional<Bytes> identityBox;
        private final Bytes claim;

        private Unsigned(Optional<Bytes> binding, Optional<Bytes> identityBox, Bytes claim) {
            this.binding = binding;
            this.identityBox = identityBox;
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
            return store(binding, identityBox, claim, cose.seal(signature, headers.toDict(), signatureBoxLength));
        }
    }

    private Bytes bindingBox(Assertion binding) {
        return binding.content().write(binding.label(), Optional.of(salt));
    }

    private HashedUri reference(Bytes bindingBox) {
        return reference(bindingDraft.map(Assertion::label).orElseThrow(), bindingBox);
    }

    private HashedUri reference(String assertion, Bytes box) {
        return new HashedUri(
                "self#jumbf=" + Manifest.ASSERTIONS + "/" + assertion, algorithm.hash(ManifestDraft.content(box)));
    }

    private Bytes claim(Optional<Bytes> bindingBox, Optional<Bytes> identityBox) {
        List<HashedUri> bySigner = new ArrayList<>(created);
        bindingBox.map(this::reference).ifPresent(bySigner::add);
        // Somebody else states it (C2PA 2.4 §10.3.2.1).
        List<HashedUri> byOthers = new ArrayList<>(gathered);
        identityBox.map(box -> reference(Identity.LABEL, box)).ifPresent(byOthers::add);
        DictBuilder claim = Value.dict()
                .put("instanceID", instanceId)
                .put("claim_generator_info", generatorInfo)
                .put("signature", JumbfUri.absolute(label, Manifest.SIGNATURE))
                .put("alg", algorithm.label())
                .putIfPresent("dc:title", title)
                .put(
                        "created_assertions",
                        bySigner.stream().map(HashedUri::toValue).toList());
        if (!byOthers.isEmpty()) {
            claim.put(
                    "gathered_assertions",
                    byOthers.stream().map(HashedUri::toValue).toList());
        }
        if (!redacted.isEmpty()) {
            claim.put("redacted_assertions", redacted.stream().map(Value::of).toList());
        }
        return CborWriter.write(claim.build());
    }

    private Bytes store(Optional<Bytes> binding, Optional<Bytes> identityBox, Bytes claim, Bytes signature) {
        List<Bytes> assertions = new ArrayList<>(assertionBoxes);
        binding.ifPresent(assertions::add);
        identityBox.ifPresent(assertions::add);
        Bytes manifest = JumbfWriter.superBox(
                bindingDraft.isEmpty() ? ContentType.UPDATE_MANIFEST : ContentType.MANIFEST,
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
