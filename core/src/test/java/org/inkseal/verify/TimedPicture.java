package org.inkseal.verify;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.Content;
import org.inkseal.assertion.DataHash;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Ingredient;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.Layout;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseSign1;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.crypto.RawSignature;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.trust.Hierarchy;

/**
 * A signed picture, to which time-stamps and answers about revocation can be added without signing again, in the header or
 * by an update manifest.
 */
final class TimedPicture {
    static final String MANIFEST = "urn:c2pa:3a1b0c52-7c54-4ab0-9d4e-000000000002";
    static final String SIGNATURE = "self#jumbf=/c2pa/" + MANIFEST + "/c2pa.signature";

    private static final String UPDATE = "urn:c2pa:3a1b0c52-7c54-4ab0-9d4e-000000000003";
    private static final Hierarchy UPDATER = Hierarchy.lasting();
    private static final int STORE_BYTES = 48 * 1024;
    private static final Value.Dict NONE = Value.dict().build();

    private final ByteSource source;
    private final AssetFormat format;
    private final AssetMap map;
    private final Layout layout;
    private final Bytes assertions;
    private final Bytes claim;
    private final Bytes protectedBytes;
    private final Bytes signature;

    TimedPicture(Hierarchy signer) throws Exception {
        this(signer, NONE);
    }

    /** @param more protected headers */
    TimedPicture(Hierarchy signer, Value.Dict more) throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        source = ByteSource.of(Bytes.wrap(png.toByteArray()));
        format = AssetFormats.detect(source).orElseThrow();
        map = format.map(source, Budget.standard());
        layout = format.layout(map, STORE_BYTES);
        MessageDigest digest = HashAlgorithm.SHA256.digest();
        layout.hashInto(source, digest, Progress.NONE);
        List<Bytes> boxes = new ArrayList<>();
        List<Value> references = new ArrayList<>();
        DataHash hash = new DataHash(
                List.of(layout.slot().orElseThrow()),
                Optional.of("sha256"),
                Optional.of(Bytes.wrap(digest.digest())),
                Optional.empty(),
                Bytes.EMPTY);
        add(DataHash.LABEL, hash.content(), boxes, references);
        add("c2pa.actions.v2", action("c2pa.created"), boxes, references);
        assertions = box(ContentType.ASSERTION_STORE, "c2pa.assertions", boxes.toArray(new Bytes[0]));
        claim = claim(MANIFEST, references);
        protectedBytes = protectedHeaders(signer, more);
        signature = sign(signer, protectedBytes, claim);
    }

    private static Content action(String name) {
        Value action = Value.dict()
                .put("action", name)
                .put("digitalSourceType", "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation")
                .build();
        return new Content.Cbor(Value.dict().put("actions", List.of(action)).build());
    }

    private static HashedUri add(String label, Content content, List<Bytes> boxes, List<Value> references) {
        Bytes box = content.write(label, Optional.empty());
        boxes.add(box);
        HashedUri reference =
                new HashedUri("self#jumbf=c2pa.assertions/" + label, HashAlgorithm.SHA256.hash(box.from(8)));
        references.add(reference.toValue());
        return reference;
    }

    private static Bytes claim(String label, List<Value> references) {
        return CborWriter.write(Value.dict()
                .put("instanceID", "xmp:iid:1")
                .put("claim_generator_info", Value.dict().put("name", "test").build())
                .put("signature", "self#jumbf=/c2pa/" + label + "/c2pa.signature")
                .put("alg", "sha256")
                .put("created_assertions", references)
                .build());
    }

    private static Bytes protectedHeaders(Hierarchy signer, Value.Dict more) {
        DictBuilder headers = Value.dict()
                .put(Value.of(1), Value.of(-7))
                .put(
                        Value.of(33),
                        Value.of(signer.chain().stream().map(Value::of).toList()));
        more.entries().forEach(headers::put);
        return CborWriter.write(headers.build());
    }

    private static Bytes sign(Hierarchy signer, Bytes protectedBytes, Bytes claim) throws Exception {
        Bytes message = CborWriter.write(Value.of(
                List.of(Value.of("Signature1"), Value.of(protectedBytes), Value.of(Bytes.EMPTY), Value.of(claim))));
        return RawSignature.sign(
                SignatureAlgorithm.ES256, signer.keys().getPrivate(), message, IdentityPicture.random());
    }

    /** What a time-stamp of the second version covers. */
    Bytes covered() throws Exception {
        return counterSignature(CborWriter.write(Value.of(signature)));
    }

    /** What a time-stamp of the first version covers. */
    Bytes coveredClaim() throws Exception {
        return counterSignature(claim);
    }

    Bytes signature() {
        return signature;
    }

    private Bytes counterSignature(Bytes payload) throws Exception {
        return CoseSign1.read(message(protectedBytes, signature, NONE), Budget.standard())
                .counterSignatureStructure(payload);
    }

    static Value stamp(Bytes token) {
        Value one = Value.dict().put("val", token).build();
        return Value.dict().put("tstTokens", List.of(one)).build();
    }

    static Value answers(Bytes... responses) {
        List<Value> values = new ArrayList<>();
        for (Bytes response : responses) {
            values.add(Value.of(response));
        }
        return Value.dict().put("ocspVals", values).build();
    }

    /** The picture with unprotected headers. */
    ByteSource with(Value.Dict headers) throws Exception {
        return file(padded(seal -> List.of(manifest(message(protectedBytes, signature, seal))), headers));
    }

    /** The picture with unprotected headers, and an update manifest that brings assertions. */
    ByteSource updated(Value.Dict headers, Assertion... more) throws Exception {
        Bytes old = manifest(message(protectedBytes, signature, headers));
        List<Bytes> boxes = new ArrayList<>();
        List<Value> references = new ArrayList<>();
        Bytes box = box(ContentType.SIGNATURE, "c2pa.signature", content(message(protectedBytes, signature, headers)));
        HashedUri oldManifest = new HashedUri("self#jumbf=/c2pa/" + MANIFEST, HashAlgorithm.SHA256.hash(old.from(8)));
        HashedUri oldSignature = new HashedUri(SIGNATURE, HashAlgorithm.SHA256.hash(box.from(8)));
        Value parent = Value.dict()
                .put("relationship", Ingredient.Relationship.PARENT_OF.label())
                .put("dc:format", "image/png")
                .put("activeManifest", oldManifest.toValue())
                .put("claimSignature", oldSignature.toValue())
                .put("validationResults", NONE)
                .build();
        HashedUri reference = add(Ingredient.LABEL, new Content.Cbor(parent), boxes, references);
        Value opened = Value.dict()
                .put("action", "c2pa.opened")
                .put(
                        "parameters",
                        Value.dict()
                                .put("ingredients", List.of(reference.toValue()))
                                .build())
                .build();
        Value actions = Value.dict().put("actions", List.of(opened)).build();
        add("c2pa.actions.v2", new Content.Cbor(actions), boxes, references);
        for (Assertion assertion : more) {
            add(assertion.label(), assertion.content(), boxes, references);
        }
        Bytes newClaim = claim(UPDATE, references);
        Bytes headersOfUpdate = protectedHeaders(UPDATER, NONE);
        Bytes newSignature = sign(UPDATER, headersOfUpdate, newClaim);
        return file(padded(
                seal -> List.of(
                        old,
                        box(
                                ContentType.UPDATE_MANIFEST,
                                UPDATE,
                                box(ContentType.ASSERTION_STORE, "c2pa.assertions", boxes.toArray(new Bytes[0])),
                                box(ContentType.CLAIM, "c2pa.claim.v2", content(newClaim)),
                                box(
                                        ContentType.SIGNATURE,
                                        "c2pa.signature",
                                        content(message(headersOfUpdate, newSignature, seal))))),
                NONE));
    }

    private interface Sealing {
        List<Bytes> manifests(Value.Dict headers);
    }

    private static Bytes padded(Sealing sealing, Value.Dict headers) {
        Bytes bare = store(sealing.manifests(IdentityDraft.with(headers, "pad", Value.of(Bytes.EMPTY))));
        Bytes padding = Bytes.wrap(new byte[STORE_BYTES - bare.length() - 2]);
        return store(sealing.manifests(IdentityDraft.with(headers, "pad", Value.of(padding))));
    }

    private static Bytes store(List<Bytes> manifests) {
        return box(ContentType.STORE, "c2pa", manifests.toArray(new Bytes[0]));
    }

    private Bytes manifest(Bytes message) {
        return box(
                ContentType.MANIFEST,
                MANIFEST,
                assertions,
                box(ContentType.CLAIM, "c2pa.claim.v2", content(claim)),
                box(ContentType.SIGNATURE, "c2pa.signature", content(message)));
    }

    private static Bytes message(Bytes protectedBytes, Bytes signature, Value.Dict headers) {
        return CborWriter.write(new Value.Tagged(
                18, Value.of(List.of(Value.of(protectedBytes), headers, Value.NULL, Value.of(signature)))));
    }

    private ByteSource file(Bytes store) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        layout.writeTo(source, Channels.newChannel(out), format.frame(map, store), Progress.NONE);
        return ByteSource.of(Bytes.wrap(out.toByteArray()));
    }

    private static Bytes content(Bytes cbor) {
        return JumbfWriter.contentBox("cbor", cbor);
    }

    private static Bytes box(ContentType type, String label, Bytes... children) {
        return JumbfWriter.superBox(type, label, Optional.empty(), children);
    }
}
