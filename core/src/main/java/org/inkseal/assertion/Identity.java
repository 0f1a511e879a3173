package org.inkseal.assertion;

import java.util.List;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * A signed statement of who stands behind some of the assertions (CAWG identity assertion 1.3).
 *
 * @param referencedAssertions what the statement covers
 * @param sigType how it is signed, such as {@code cawg.x509.cose}
 * @param signature the signature in the form that {@code sigType} asks for
 * @param pads both paddings, one after the other; must be zero
 * @param signerPayload what is signed
 * @param fields the assertion as it was read
 */
public record Identity(
        List<HashedUri> referencedAssertions,
        String sigType,
        Bytes signature,
        Bytes pads,
        Value signerPayload,
        Value fields)
        implements Assertion {
    /** The label. */
    public static final String LABEL = "cawg.identity";

    /** How identity assertions are read. */
    public static final AssertionType<Identity> TYPE = new AssertionType<>(List.of(LABEL), Identity::read);

    /** Copies the list. */
    public Identity {
        referencedAssertions = List.copyOf(referencedAssertions);
    }

    /** The type of signatures by the holder of a certificate. */
    public static final String X509 = "cawg.x509.cose";

    /**
     * What a credential holder signs with a certificate.
     *
     * @param references what the statement covers: the hard binding and others, none twice
     * @param roles what the signer is to the picture; none to leave it open
     */
    public static Value payload(List<HashedUri> references, List<String> roles) {
        DictBuilder payload = Value.dict()
                .put(
                        "referenced_assertions",
                        references.stream().map(HashedUri::toValue).toList())
                .put("sig_type", X509);
        if (!roles.isEmpty()) {
            payload.put("role", roles.stream().map(Value::of).toList());
        }
        return payload.build();
    }

    /**
     * An identity assertion that is signed. Its signature has its own padding, so it needs none.
     *
     * @param payload what was signed
     * @param signature a COSE_Sign1 message without payload
     */
    public static Identity of(Value payload, Bytes signature) {
        Value fields = Value.dict()
                .put("signer_payload", payload)
                .put("signature", signature)
                .put("pad1", Bytes.EMPTY)
                .build();
        try {
            return read(LABEL, new Content.Cbor(fields));
        } catch (MalformedException e) {
            throw new IllegalArgumentException("not the payload of an identity assertion", e);
        }
    }

    private static Identity read(String label, Content content) throws MalformedException {
        Value map = Fields.map(content);
        Value payload = Fields.required(map, "signer_payload");
        Fields.required(payload, "referenced_assertions");
        for (Value role : Fields.optionalList(payload, "role")) {
            if (role.asText().isEmpty()) {
                throw Fields.wrong("role", "a list of texts");
            }
        }
        return new Identity(
                HashedUri.readList(payload, "referenced_assertions"),
                Fields.text(payload, "sig_type"),
                bytes(map, "signature"),
                Bytes.concat(bytes(map, "pad1"), map.get("pad2").isPresent() ? bytes(map, "pad2") : Bytes.EMPTY),
                payload,
                map);
    }

    private static Bytes bytes(Value map, String key) throws MalformedException {
        return Fields.required(map, key).asBytes().orElseThrow(() -> Fields.wrong(key, "a byte string"));
    }

    /** What the signer says to be to the picture, such as {@code cawg.creator}. */
    public List<String> roles() {
        return signerPayload.get("role").flatMap(Value::asArray).orElse(List.of()).stream()
                .flatMap(role -> role.asText().stream())
                .toList();
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public Content content() {
        return new Content.Cbor(fields);
    }
}
