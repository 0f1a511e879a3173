package org.inkseal.verify;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.Content;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseDraft;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.crypto.RawSignature;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.report.Report;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.Credential;
import org.inkseal.trust.Pem;
import org.inkseal.trust.SelfIssued;
import org.inkseal.trust.TrustSettings;

/** A small signed ISO base media file whose hash assertion a test makes. The store is as large as is usual for none. */
final class BmffPicture {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    /** Where the boxes after the C2PA box start. */
    static final int START;

    private static final String MANIFEST = "urn:c2pa:3a1b0c52-7c54-4ab0-9d4e-000000000002";
    private static final int STORE_BYTES = 16 * 1024;
    private static final byte[] TYPE = box("ftyp", ascii("isom"), new byte[4], ascii("isom"));
    private static final byte[] UUID = HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");
    private static final Credential SIGNER = SelfIssued.create(
            "Claim Signer",
            SignatureAlgorithm.ES256,
            NOW.minus(Duration.ofDays(1)),
            Duration.ofDays(700),
            new SecureRandom());

    static {
        START = TYPE.length + provenance("manifest", new byte[8 + STORE_BYTES]).length;
    }

    /** Makes the hash assertion. */
    interface Maker {
        /** @param file the file with zeros for the store */
        Value make(byte[] file) throws Exception;
    }

    private BmffPicture() {}

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] box(String type, byte[]... content) {
        byte[] payload = join(content);
        byte[] size = ByteBuffer.allocate(4).putInt(8 + payload.length).array();
        return join(size, ascii(type), payload);
    }

    static byte[] provenance(String purpose, byte[] content) {
        return box("uuid", UUID, new byte[4], ascii(purpose + "\0"), content);
    }

    /** The exclusion that every hash has. */
    static Value c2paBox() {
        Value data =
                Value.dict().put("offset", 8).put("value", Bytes.wrap(UUID)).build();
        return Value.dict().put("xpath", "/uuid").put("data", List.of(data)).build();
    }

    /** The hash of a file: what the standard says, done in another way. Boxes of these types count as left out. */
    static Bytes hash(byte[] file, BitSet excluded, List<String> boxes) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        for (int at = 0; at < file.length; at += bytes.getInt(at)) {
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (boxes.contains(type)) {
                continue;
            }
            input.writeBytes(ByteBuffer.allocate(8).putLong(at).array());
            for (int i = at; i < at + bytes.getInt(at); i++) {
                if (!excluded.get(i)) {
                    input.write(file[i]);
                }
            }
        }
        return HashAlgorithm.SHA256.hash(Bytes.wrap(input.toByteArray()));
    }

    /** The report on a file with some boxes after the C2PA box. */
    static Report verify(byte[] boxes, Maker maker) throws Exception {
        return verify(make(boxes, maker));
    }

    static Report verify(byte[] file) throws Exception {
        TrustSettings trust = TrustSettings.none()
                .withAnchors(Pem.encode("CERTIFICATE", SIGNER.last().der()));
        return Verifier.at(NOW).trusting(trust).verify(ByteSource.of(Bytes.wrap(file)));
    }

    static byte[] make(byte[] boxes, Maker maker) throws Exception {
        byte[] empty = join(TYPE, provenance("manifest", new byte[8 + STORE_BYTES]), boxes);
        byte[] store = store(maker.make(empty)).toArray();
        return join(TYPE, provenance("manifest", join(new byte[8], store)), boxes);
    }

    private static Bytes store(Value binding) throws Exception {
        Value created = Value.dict()
                .put("action", "c2pa.created")
                .put("digitalSourceType", "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation")
                .build();
        Value actions = Value.dict().put("actions", List.of(created)).build();
        List<Bytes> boxes = new ArrayList<>();
        List<Value> references = new ArrayList<>();
        add("c2pa.hash.bmff.v3", binding, boxes, references);
        add("c2pa.actions.v2", actions, boxes, references);
        Bytes claim = CborWriter.write(Value.dict()
                .put("instanceID", "xmp:iid:1")
                .put("claim_generator_info", Value.dict().put("name", "test").build())
                .put("signature", "self#jumbf=/c2pa/" + MANIFEST + "/c2pa.signature")
                .put("alg", "sha256")
                .put("created_assertions", references)
                .build());
        CoseDraft draft = new CoseDraft(
                SignatureAlgorithm.ES256,
                SIGNER.chain().stream().map(Certificate::der).toList());
        Bytes signature =
                RawSignature.sign(SignatureAlgorithm.ES256, SIGNER.key(), draft.toBeSigned(claim), new SecureRandom());
        Value.Dict none = Value.dict().build();
        int least = draft.minimumLength(signature.length(), none);
        int rest = store(boxes, claim, draft.seal(signature, none, least)).length() - least;
        return store(boxes, claim, draft.seal(signature, none, STORE_BYTES - rest));
    }

    private static void add(String label, Value value, List<Bytes> boxes, List<Value> references) {
        Bytes box = new Content.Cbor(value).write(label, Optional.empty());
        boxes.add(box);
        Bytes hash = HashAlgorithm.SHA256.hash(box.from(8));
        references.add(new HashedUri("self#jumbf=c2pa.assertions/" + label, hash).toValue());
    }

    private static Bytes store(List<Bytes> assertions, Bytes claim, Bytes signature) {
        Bytes manifest = superBox(
                ContentType.MANIFEST,
                MANIFEST,
                superBox(ContentType.ASSERTION_STORE, "c2pa.assertions", assertions.toArray(new Bytes[0])),
                superBox(ContentType.CLAIM, "c2pa.claim.v2", JumbfWriter.contentBox("cbor", claim)),
                superBox(ContentType.SIGNATURE, "c2pa.signature", JumbfWriter.contentBox("cbor", signature)));
        return superBox(ContentType.STORE, "c2pa", manifest);
    }

    private static Bytes superBox(ContentType type, String label, Bytes... children) {
        return JumbfWriter.superBox(type, label, Optional.empty(), children);
    }
}
