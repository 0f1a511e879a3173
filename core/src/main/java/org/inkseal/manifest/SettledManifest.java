package org.inkseal.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseDraft;
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
    private final List<Bytes> ingredientManifests;
    private final Bytes salt;
    private final CoseDraft cose;
    private final int signatureBoxLength;
    private final Assertion bindingDraft;

    SettledManifest(
            String label,
            String instanceId,
            Value.Dict generatorInfo,
            Optional<String> title,
            HashAlgorithm algorithm,
            List<Bytes> assertionBoxes,
            List<HashedUri> created,
            List<HashedUri> gathered,
            List<Bytes> ingredientManifests,
            Bytes salt,
            CoseDraft cose,
            int signatureBoxLength,
            Assertion bindingDraft) {
        this.label = label;
        this.instanceId = instanceId;
        this.generatorInfo = generatorInfo;
        this.title = title;
        this.algorithm = algorithm;
        this.assertionBoxes = assertionBoxes;
        this.created = created;
        this.gathered = gathered;
        this.ingredientManifests = ingredientManifests;
        this.salt = salt;
        this.cose = cose;
        this.signatureBoxLength = signatureBoxLength;
        this.bindingDraft = bindingDraft;
    }

    /** Bytes of the finished store. */
    public int storeLength() {
        Bytes box = bindingBox(bindingDraft);
        return store(box, claim(box), zeros(signatureBoxLength)).length();
    }

    /**
     * Puts the hash of the file into the manifest.
     *
     * @param binding the hard binding of the finished file
     * @return the manifest, ready to be signed
     * @throws IllegalArgumentException if the binding is longer or shorter than its draft was
     */
    public Unsigned bind(Assertion binding) {
        Bytes box = bindingBox(binding);
        int drafted = bindingBox(bindingDraft).length();
        if (box.length() != drafted) {
            throw new IllegalArgumentException(
                    "a hard binding of " + box.length() + " bytes, its draft had " + drafted);
        }
        return new Unsigned(box, claim(box));
    }

    /** A manifest with nothing missing but its signature. */
    public final class Unsigned {
        private final Bytes binding;
        private final Bytes claim;

        private Unsigned(Bytes binding, Bytes claim) {
            this.binding = binding;
            this.claim = claim;
        }

        /** The bytes that the signer signs: the Sig_structure of RFC 9052 §4.4. */
        public Bytes toBeSigned() {
            return cose.toBeSigned(claim);
        }

        /** The store with its signature; as long as {@link #storeLength()} said. */
        public Bytes sign(Bytes signature) {
            return store(binding, claim, cose.seal(signature, Value.dict().build(), signatureBoxLength));
        }
    }

    private Bytes bindingBox(Assertion binding) {
        return binding.content().write(binding.label(), Optional.of(salt));
    }

    private Bytes claim(Bytes bindingBox) {
        List<HashedUri> bySigner = new ArrayList<>(created);
        bySigner.add(new HashedUri(
                "self#jumbf=" + Manifest.ASSERTIONS + "/" + bindingDraft.label(),
                algorithm.hash(ManifestDraft.content(bindingBox))));
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
        return CborWriter.write(claim.build());
    }

    private Bytes store(Bytes binding, Bytes claim, Bytes signature) {
        List<Bytes> assertions = new ArrayList<>(assertionBoxes);
        assertions.add(binding);
        Bytes manifest = JumbfWriter.superBox(
                ContentType.MANIFEST,
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
