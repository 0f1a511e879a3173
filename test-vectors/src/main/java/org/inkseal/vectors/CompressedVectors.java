package org.inkseal.vectors;

import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.sign.SigningException;

/** Compressed manifests, in order or not. */
final class CompressedVectors {
    private static final String RULES = "C2PA 2.2 §11.1.3";
    private static final String INVALID = "manifest.compressed.invalid";
    private static final int NUMBER = 9;

    /** 40 MiB of zeros in 63 bytes. */
    private static final Bytes BOMB = Bytes.wrap(HexFormat.of()
            .parseHex("cbffff3ff82700e2b14020f7fe8fffff7ff04f00c4611180eefd1fffffffe09f0088c30200ddfb3ffeffffc13f01"
                    + "10870500baf77ff9ffff877f02200e0b0074efff00"));

    private final Folder folder;

    private CompressedVectors(Folder folder) {
        this.folder = folder;
    }

    static List<Vector> make() throws SigningException {
        return Folder.of("compressed", folder -> {
            CompressedVectors made = new CompressedVectors(folder);
            made.active();
            made.broken();
        });
    }

    private void active() throws SigningException {
        add(
                "active",
                manifest -> compressed(StoredBrotli.of(manifest)),
                Expectation.trusted(RULES, "the active manifest is compressed"));
    }

    private void broken() throws SigningException {
        add(
                "not-brotli",
                manifest -> compressed(Bytes.concat(Bytes.utf8("no brotli"), manifest)),
                Expectation.invalid(RULES, "a stream that is not brotli", INVALID));
        add(
                "not-compressed",
                CompressedVectors::compressed,
                Expectation.invalid(RULES, "the manifest as it is in the box for a compressed one", INVALID));
        add(
                "bytes-after-the-stream",
                manifest -> compressed(Bytes.concat(StoredBrotli.of(manifest), Bytes.utf8("hidden"))),
                Expectation.invalid(RULES, "bytes after the end of the stream", INVALID));
        add("bomb", manifest -> compressed(BOMB), Expectation.invalid(RULES, "40 MiB of zeros", INVALID));
        add(
                "twice",
                manifest -> compressed(StoredBrotli.of(compressed(StoredBrotli.of(manifest)))),
                Expectation.invalid(RULES, "a compressed manifest in a compressed manifest", INVALID));
        add(
                "other-label",
                manifest -> box(
                        "urn:c2pa:00000000-0000-4000-8000-999999999999",
                        JumbfWriter.contentBox("brob", StoredBrotli.of(manifest))),
                Expectation.invalid(RULES, "the manifest inside has another label", INVALID));
        add(
                "two-boxes",
                manifest -> {
                    Bytes brob = JumbfWriter.contentBox("brob", StoredBrotli.of(manifest));
                    return box(label(), Bytes.concat(brob, brob));
                },
                Expectation.invalid(RULES, "two boxes where one is allowed", INVALID));
    }

    private static String label() {
        return new Forgery(Container.PNG, NUMBER).label();
    }

    private static Bytes compressed(Bytes stream) {
        return box(label(), JumbfWriter.contentBox("brob", stream));
    }

    private static Bytes box(String label, Bytes content) {
        return Forgery.superBox(ContentType.COMPRESSED_MANIFEST, label, content);
    }

    private void add(String name, UnaryOperator<Bytes> change, Expectation expectation) throws SigningException {
        Forgery forgery = folder.forgery(NUMBER)
                .created()
                .changingManifests(manifests -> List.of(change.apply(manifests.get(manifests.size() - 1))));
        folder.add(name, forgery, expectation);
    }
}
