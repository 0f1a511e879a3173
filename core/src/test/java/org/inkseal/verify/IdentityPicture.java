package org.inkseal.verify;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.inkseal.assertion.Content;
import org.inkseal.assertion.DataHash;
import org.inkseal.assertion.HashedUri;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.Layout;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseDraft;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.crypto.RawSignature;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.io.Range;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.report.Report;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.Credential;
import org.inkseal.trust.Pem;
import org.inkseal.trust.SelfIssued;
import org.inkseal.trust.TrustSettings;

/** A small signed picture with an identity assertion that a test makes. */
final class IdentityPicture {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final String MANIFEST = "urn:c2pa:3a1b0c52-7c54-4ab0-9d4e-000000000001";
    static final String URI = "self#jumbf=/c2pa/" + MANIFEST + "/c2pa.assertions/cawg.identity";

    /** Makes the content of the identity assertion. */
    interface Maker {
        /** @param references to the hard binding and to the actions */
        Value make(List<HashedUri> references) throws Exception;
    }

    private static final int STORE_BYTES = 32 * 1024;
    private static final Credential SIGNER = SelfIssued.create(
            "Claim Signer", SignatureAlgorithm.ES256, NOW.minus(Duration.ofDays(1)), Duration.ofDays(700), random());

    private IdentityPicture() {}

    static SecureRandom random() {
        return new SecureRandom();
    }

    static TrustSettings trust() {
        return TrustSettings.none()
                .withAnchors(Pem.encode("CERTIFICATE", SIGNER.last().der()));
    }

    /** Checks a picture with an identity assertion; its claim is trusted. */
    static Report verify(Maker maker, TrustSettings settings) throws Exception {
        return Verifier.at(NOW).trusting(settings).verify(ByteSource.of(make(maker)));
    }

    static Report verify(Maker maker) throws Exception {
        return verify(maker, trust());
    }

    static Bytes make(Maker maker) throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        ByteSource source = ByteSource.of(Bytes.wrap(png.toByteArray()));
        AssetFormat format = AssetFormats.detect(source).orElseThrow();
        AssetMap map = format.map(source, Budget.standard());
        Layout layout = format.layout(map, STORE_BYTES);
        MessageDigest digest = HashAlgorithm.SHA256.digest();
        layout.hashInto(source, digest, Progress.NONE);
        Bytes store = store(layout.slot().orElseThrow(), Bytes.wrap(digest.digest()), maker);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        layout.writeTo(source, Channels.newChannel(out), format.frame(map, store), Progress.NONE);
        return Bytes.wrap(out.toByteArray());
    }

    private static Bytes store(Range slot, Bytes fileHash, Maker maker) throws Exception {
        DataHash dataHash = new DataHash(
                List.of(slot), Optional.of("sha256"), Optional.of(fileHash), Optional.empty(), Bytes.EMPTY);
        Value created = Value.dict()
                .put("action", "c2pa.created")
                .put("digitalSourceType", "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation")
                .build();
        Value actions = Value.dict().put("actions", List.of(created)).build();
        List<Bytes> boxes = new ArrayList<>();
        List<Value> references = new ArrayList<>();
        HashedUri binding = add(DataHash.LABEL, dataHash.content(), boxes, references);
        HashedUri history = add("c2pa.actions.v2", new Content.Cbor(actions), boxes, references);
        List<Value> bySigner = List.copyOf(references);
        references.clear();
        // Not through the library, whose writer would sort the keys.
        Bytes identity = CborWriter.writeInOrder(maker.make(List.of(binding, history)));
        Bytes box = box(ContentType.CBOR, "cawg.identity", JumbfWriter.contentBox("cbor", identity));
        add("cawg.identity", box, boxes, references);
        Value info = Value.dict().put("name", "test").build();
        Bytes claim = CborWriter.write(Value.dict()
                .put("instanceID", "xmp:iid:1")
                .put("claim_generator_info", info)
                .put("signature", "self#jumbf=/c2pa/" + MANIFEST + "/c2pa.signature")
                .put("alg", "sha256")
                .put("created_assertions", bySigner)
                .put("gathered_assertions", references)
                .build());
        CoseDraft draft = new CoseDraft(
                SignatureAlgorithm.ES256,
                SIGNER.chain().stream().map(Certificate::der).toList());
        Bytes signature = RawSignature.sign(SignatureAlgorithm.ES256, SIGNER.key(), draft.toBeSigned(claim), random());
        Value.Dict none = Value.dict().build();
        int least = draft.minimumLength(signature.length(), none);
        int rest = store(boxes, claim, draft.seal(signature, none, least)).length() - least;
        return store(boxes, claim, draft.seal(signature, none, STORE_BYTES - rest));
    }

    private static HashedUri add(String label, Content content, List<Bytes> boxes, List<Value> references) {
        return add(label, content.write(label, Optional.empty()), boxes, references);
    }

    private static HashedUri add(String label, Bytes box, List<Bytes> boxes, List<Value> references) {
        boxes.add(box);
        HashedUri reference =
                new HashedUri("self#jumbf=c2pa.assertions/" + label, HashAlgorithm.SHA256.hash(box.from(8)));
        references.add(reference.toValue());
        return reference;
    }

    private static Bytes store(List<Bytes> assertions, Bytes claim, Bytes signature) {
        Bytes manifest = box(
                ContentType.MANIFEST,
                MANIFEST,
                box(ContentType.ASSERTION_STORE, "c2pa.assertions", assertions.toArray(new Bytes[0])),
                box(ContentType.CLAIM, "c2pa.claim.v2", JumbfWriter.contentBox("cbor", claim)),
                box(ContentType.SIGNATURE, "c2pa.signature", JumbfWriter.contentBox("cbor", signature)));
        return box(ContentType.STORE, "c2pa", manifest);
    }

    private static Bytes box(ContentType type, String label, Bytes... children) {
        return JumbfWriter.superBox(type, label, Optional.empty(), children);
    }
}
