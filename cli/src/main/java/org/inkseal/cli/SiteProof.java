package org.inkseal.cli;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.MalformedException;
import org.inkseal.net.Network;
import org.inkseal.report.Report;
import org.inkseal.report.SignatureSummary;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.Site;

/**
 * The file by which a website says which keys are those of its owner ({@code docs/site-proof.md}), and what came of
 * looking for it. An extension of inkseal: no part of the C2PA standard, of the state or of trust.
 *
 * @param site the website that the signer claims
 * @param answer what came of it
 * @param why why it is not confirmed; empty otherwise
 */
record SiteProof(Site site, Answer answer, String why) {
    /** Its name, below {@code /.well-known/} of the site. */
    static final String FILE = "inkseal.json";

    private static final int VERSION = 1;
    private static final int MOST_BYTES = 64 << 10;

    /** What may come of looking. */
    enum Answer {
        CONFIRMED("confirmed"),
        NOT_CONFIRMED("not confirmed"),
        NOT_LOOKED_UP("not looked up");

        private final String words;

        Answer(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The file for one key. */
    static String of(Certificate certificate) {
        Value key = Value.dict()
                .put("name", certificate.commonName().orElse(""))
                .put("fingerprint", Fingerprint.of(certificate.keySha256().hex()))
                .put("keySha256", certificate.keySha256().hex())
                .build();
        Value proof =
                Value.dict().put("inkseal", VERSION).put("keys", List.of(key)).build();
        return JsonWriter.write(proof, true) + "\n";
    }

    /** Where a site has the file. */
    static String address(Site site) {
        return site.uri() + "/.well-known/" + FILE;
    }

    /** Looks for the files of signers, once for each site and key, where there is a network. */
    static final class Search {
        private final Optional<Network> network;
        private final Map<String, SiteProof> known = new HashMap<>();

        Search(Optional<Network> network) {
            this.network = network;
        }

        /** What is to be said of the signer of a picture; nothing unless it is valid and its signer claims a site. */
        Optional<SiteProof> of(Report report) {
            Optional<SignatureSummary> signer = report.state().isValid() ? report.signature() : Optional.empty();
            return signer.flatMap(SiteProof::claimed)
                    .map(site -> known.computeIfAbsent(
                            site.host() + " " + signer.get().keySha256(),
                            key -> look(site, signer.get().keySha256())));
        }

        private SiteProof look(Site site, String keySha256) {
            if (network.isEmpty()) {
                return new SiteProof(site, Answer.NOT_LOOKED_UP, "");
            }
            try {
                Network.Reply reply = network.get().get(URI.create(address(site)), MOST_BYTES);
                return lists(JsonReader.read(reply.body(), Budget.standard()), keySha256)
                        ? new SiteProof(site, Answer.CONFIRMED, "")
                        : new SiteProof(site, Answer.NOT_CONFIRMED, "it does not list this key");
            } catch (IOException e) {
                return new SiteProof(site, Answer.NOT_CONFIRMED, String.valueOf(e.getMessage()));
            } catch (MalformedException e) {
                return new SiteProof(site, Answer.NOT_CONFIRMED, "its " + FILE + " is not JSON");
            }
        }
    }

    private static Optional<Site> claimed(SignatureSummary signer) {
        if (signer.chain().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Certificate.parse(signer.chain().get(0).der()).site();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static boolean lists(Value proof, String keySha256) {
        return proof.get("inkseal").filter(Value.of(VERSION)::equals).isPresent()
                && proof.get("keys").flatMap(Value::asArray).orElse(List.of()).stream()
                        .anyMatch(key -> key.get("keySha256")
                                .filter(Value.of(keySha256)::equals)
                                .isPresent());
    }

    /** One line for people. */
    String words() {
        return "site " + site.host() + ": "
                + switch (answer) {
                    case CONFIRMED -> "confirmed, it lists this key";
                    case NOT_CONFIRMED -> "not confirmed (" + PlainText.of(why) + ")";
                    case NOT_LOOKED_UP -> "claimed by the signer, not looked up (--online asks it)";
                };
    }

    /** For programs. */
    Value json() {
        return Value.dict()
                .put("host", site.host())
                .put("proof", answer.words())
                .put("why", why.isEmpty() ? Value.NULL : Value.of(why))
                .build();
    }
}
