package org.inkseal.assertion;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * Answers about revocation of certificates of other manifests of the store (C2PA 2.2 §18.19).
 *
 * @param responses OCSP responses in DER, at least one, and none of them checked
 */
public record CertificateStatus(List<Bytes> responses) implements Assertion {
    /** The label. */
    public static final String LABEL = "c2pa.certificate-status";

    /** How answers are read. */
    public static final AssertionType<CertificateStatus> TYPE =
            new AssertionType<>(List.of(LABEL), CertificateStatus::read);

    private static final String RESPONSES = "ocspVals";

    /** Copies the list. */
    public CertificateStatus {
        responses = List.copyOf(responses);
    }

    private static CertificateStatus read(String label, Content content) throws MalformedException {
        return read(Fields.map(content));
    }

    /**
     * Reads the map, which the header {@code rVals} of a signature has too (C2PA 2.2 §10.3.2.6).
     *
     * @throws MalformedException if there is not an array of byte strings in it, with one at least
     */
    public static CertificateStatus read(Value map) throws MalformedException {
        Fields.required(map, RESPONSES);
        List<Bytes> responses = new ArrayList<>();
        for (Value item : Fields.optionalList(map, RESPONSES)) {
            responses.add(item.asBytes().orElseThrow(() -> Fields.wrong(RESPONSES, "an array of byte strings")));
        }
        if (responses.isEmpty()) {
            throw new MalformedException(0, "field \"" + RESPONSES + "\" is empty");
        }
        return new CertificateStatus(responses);
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public Content content() {
        List<Value> items = new ArrayList<>();
        responses.forEach(response -> items.add(Value.of(response)));
        return new Content.Cbor(Value.dict().put(RESPONSES, items).build());
    }
}
