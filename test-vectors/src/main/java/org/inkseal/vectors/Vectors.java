package org.inkseal.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.report.Report;
import org.inkseal.trust.Pem;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.Verifier;

/** The vectors on the class path, and what is needed to check them. */
public final class Vectors {
    /** The folder of all vectors, an absolute resource name ending in a slash. */
    public static final String ROOT = "/vectors/";

    /** The time at which the expectations hold; almost any other will do, as only one certificate is short-lived. */
    public static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private static final String KEYS = "/keys/";
    private static final String INDEX = ROOT + "index.txt";

    private Vectors() {}

    /** The names of all vectors, such as {@code "png/es256.png"}, in a fixed order. */
    public static List<String> names() {
        return text(INDEX).lines().toList();
    }

    /** The bytes of a vector. */
    public static Bytes bytes(String name) {
        return resource(ROOT + name);
    }

    /** What a vector must lead to. */
    public static Expectation expectation(String name) {
        return Expectation.parse(resource(ROOT + Expectation.file(name)));
    }

    /** Checks a vector in the way in which its expectation holds. */
    static Report check(String name) throws IOException {
        Verifier verifier = Golden.verifier();
        return (expectation(name).online() ? verifier.online(new Elsewhere()) : verifier)
                .verify(ByteSource.of(bytes(name)));
    }

    /** The anchor of the signers of most vectors, in PEM; the others lead to those in the folder {@code trust}. */
    public static String anchor() {
        return key("root.pem");
    }

    /** Everybody whom the expectations take to be trusted, from the files of the folder {@code trust}. */
    public static TrustSettings trust() {
        return TrustSettings.none()
                .withAnchors(anchor())
                .withAnchors(text(ROOT + "trust/anchors.pem"))
                .withTimeStampAnchors(text(ROOT + "trust/time-stamp-anchors.pem"))
                .withIdentityAnchors(text(ROOT + "trust/identity-anchors.pem"))
                .withIdentityIssuers(Set.copyOf(
                        text(ROOT + "trust/identity-issuers.txt").lines().toList()));
    }

    /** A private key that is known to be everybody's, in PEM; the one of {@link #publishedCertificate}. */
    public static String publishedKey() {
        return Pem.encode(
                "PRIVATE KEY", Bytes.wrap(People.PUBLISHED.key().secret().getEncoded()));
    }

    /** The certificate of {@link #publishedKey} in PEM, which follows from names; no anchor leads to it. */
    public static String publishedCertificate() {
        return People.PUBLISHED.pem();
    }

    static String key(String name) {
        return text(KEYS + name);
    }

    static Bytes resource(String path) {
        return find(path).orElseThrow(() -> new IllegalStateException(path + " is not on the class path"));
    }

    /** The bytes of a resource, if there is one. */
    static Optional<Bytes> find(String path) {
        try (InputStream in = Vectors.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(Bytes.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String path) {
        return new String(resource(path).toArray(), UTF_8);
    }
}
