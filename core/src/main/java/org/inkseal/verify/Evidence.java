package org.inkseal.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.AssertionTypes;
import org.inkseal.assertion.CertificateStatus;
import org.inkseal.assertion.Content;
import org.inkseal.assertion.TimeStamps;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.Label;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.trust.OcspResponse;

/**
 * What manifests of a store bring along about the signatures of others (C2PA 2.4 §15.8.1.2, §15.9). Each piece proves
 * itself by a signature of its own, so it does not matter which manifest brings it.
 *
 * @param tokens time-stamp tokens by label of the manifest that they speak of
 * @param responses OCSP responses that can be read
 */
record Evidence(Map<String, List<Bytes>> tokens, List<OcspResponse> responses) {
    /** Looks through the manifests that can be reached; what cannot be read is found where assertions are checked. */
    static Evidence gather(IngredientGraph graph, Budget budget) throws LimitExceededException {
        Evidence evidence = new Evidence(new HashMap<>(), new ArrayList<>());
        for (CheckedManifest checked : graph.manifests()) {
            for (SuperBox box : checked.manifest().assertionBoxes()) {
                String base =
                        box.label().map(label -> Label.parse(label).base()).orElse("");
                if (base.equals(TimeStamps.LABEL) || base.equals(CertificateStatus.LABEL)) {
                    evidence.add(base, box, budget);
                }
            }
        }
        return evidence;
    }

    private void add(String base, SuperBox box, Budget budget) throws LimitExceededException {
        try {
            Assertion assertion = AssertionTypes.read(base, Content.read(box, budget));
            if (assertion instanceof TimeStamps stamps) {
                stamps.tokens()
                        .forEach((label, token) -> tokens.computeIfAbsent(label, key -> new ArrayList<>())
                                .add(token));
            } else if (assertion instanceof CertificateStatus status) {
                for (Bytes response : status.responses()) {
                    respond(response, budget);
                }
            }
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedException e) {
            return;
        }
    }

    private void respond(Bytes response, Budget budget) throws LimitExceededException {
        try {
            responses.add(OcspResponse.read(response, budget));
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedException e) {
            return;
        }
    }

    List<Bytes> tokens(String manifest) {
        return tokens.getOrDefault(manifest, List.of());
    }
}
