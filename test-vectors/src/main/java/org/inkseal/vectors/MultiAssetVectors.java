package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;
import org.inkseal.sign.SigningException;

/** A JPEG file of two pictures, each of which has a hash of its own, and what can be done to it afterwards. */
final class MultiAssetVectors {
    private static final String RULES = "C2PA 2.4 §15.12.4";
    private static final String LABEL = "c2pa.hash.multi-asset";
    private static final String FIRST = "c2pa.hash.data.part";
    private static final String SECOND = "c2pa.hash.data.part__1";
    private static final String MALFORMED = "assertion.multiAssetHash.malformed";
    private static final String WHOLE = "assertion.dataHash.mismatch";
    private static final String MISMATCH = "assertion.multiAssetHash.mismatch";
    private static final String MISSING = "assertion.multiAssetHash.missingPart";

    private static final Bytes NOTHING = Bytes.wrap(new byte[32]);

    private final Bytes second;
    private final Bytes both;
    private final List<Vector> vectors = new ArrayList<>();

    private MultiAssetVectors(Bytes first, Bytes second) {
        this.second = second;
        this.both = Bytes.concat(first, second);
    }

    static List<Vector> make() throws SigningException {
        MultiAssetVectors made =
                new MultiAssetVectors(Container.JPEG.picture(), Container.JPEG.commented("the second picture"));
        made.whole();
        made.changed();
        made.unsigned();
        made.stated();
        made.disguised();
        return made.vectors;
    }

    /** One picture of two scans, cut where its second half looks like a PNG with nothing but a text. */
    private void disguised() throws SigningException {
        List<Bytes> segments = JpegSegments.split(Container.JPEG.picture());
        Bytes scan = segments.get(segments.size() - 1);
        Bytes text = PngChunks.chunk("tEXt", Bytes.concat(Bytes.utf8("Comment\0"), scan));
        Bytes header = PngChunks.split(Container.PNG.picture()).get(0);
        Bytes opening = Bytes.concat(PngChunks.SIGNATURE, header, text.slice(0, 16));
        Bytes png = PngChunks.join(List.of(header, text, PngChunks.chunk("IEND", Bytes.EMPTY)));
        Bytes first = Bytes.concat(
                JpegSegments.join(segments.subList(0, segments.size() - 1)),
                scan.slice(0, scan.length() - 2),
                JpegSegments.segment(JpegSegments.COMMENT, opening).slice(0, 4));
        Range pixels = new Range(opening.length() - 16L, text.length());
        Bytes signed = new MultiAssetVectors(first, png)
                .forgery(parts -> parts, pixels)
                .file();
        invalid("stated-pixels-disguised", changed(signed), "a part of the picture as the text of a PNG", MISMATCH);
    }

    private void whole() throws SigningException {
        Bytes signed = forgery(parts -> parts).file();
        trusted("untouched", signed, "two pictures in one file, as they were signed");
        trusted("optional-part-gone", first(optional()), "the second picture is gone, which the signer allows");
        invalid("part-gone", first(signed), "the second picture is gone", MISSING);
    }

    private void changed() throws SigningException {
        Bytes signed = optional();
        Bytes first = first(signed);
        invalid("second-changed", changed(signed), "a bit of the second picture was changed", MISMATCH);
        invalid("first-changed", changed(first), "a bit of the first, and the second is gone", MISMATCH);
        invalid("second-cut", signed.slice(0, signed.length() - 5), "the second picture ends early", MISMATCH);
        invalid("appended", Bytes.concat(signed, Bytes.utf8("PK")), "bytes that no part holds", MALFORMED);
        invalid("replaced", Bytes.concat(first, Bytes.utf8("PK")), "a second part of two bytes", MISMATCH);
    }

    private void unsigned() throws SigningException {
        Range comment = new Range(
                Container.JPEG.slotStart(),
                second.length() - (long) Container.JPEG.picture().length());
        Bytes signed = forgery(parts -> parts, comment).file();
        Bytes changed = Forgery.flip(signed, signed.length() - second.length() + (int) comment.end() - 1);
        add(
                "metadata-changed",
                changed,
                Expectation.trusted(RULES, "a comment that the hash of its part leaves out was changed")
                        .remarking("assertion.dataHash.additionalExclusionsPresent"));
    }

    private void stated() throws SigningException {
        stated("gap", parts -> place(parts, at(both.length() + 9000, 9)), MISSING);
        stated("overlap", parts -> place(parts, at(0, second.length())), MALFORMED);
        stated("negative", parts -> place(parts, at(-1, 2)), MALFORMED, WHOLE);
        stated("two-places", parts -> place(parts, at(0, 1).put("bmffBox", "/mpvd")), MALFORMED, WHOLE);
        stated("no-such-box", parts -> place(parts, Value.dict().put("bmffBox", "/mpvd")), MALFORMED);
        stated("no-parts", parts -> List.of(), MALFORMED, WHOLE);
        stated("no-hash", parts -> List.of(parts.get(0), parts.get(1).put("hashAssertion", "")), MALFORMED, WHOLE);
        stated(
                "not-of-a-part",
                parts -> List.of(parts.get(0), parts.get(1).put("hashAssertion", wholeFile())),
                MALFORMED,
                "hashedURI.mismatch");
        Forgery pixels = forgery(parts -> parts, new Range(40, second.length() - 40L));
        invalid("stated-pixels-excluded", changed(pixels.file()), "the pixels of a part are not hashed", MISMATCH);
        Forgery two = forgery(parts -> parts).binding(LABEL + "__1", (file, slot) -> parts(List.of(one(file))));
        invalid("stated-two", changed(two.file()), "two descriptions of the parts", MALFORMED, "hashedURI.mismatch");
    }

    /** A file whose signer stated something wrong about the parts, which counts because a bit was changed. */
    private void stated(String name, UnaryOperator<List<DictBuilder>> change, String... codes) throws SigningException {
        invalid("stated-" + name, changed(forgery(change).file()), "parts that are not stated as they must be", codes);
    }

    private Bytes optional() throws SigningException {
        return forgery(parts -> List.of(parts.get(0), parts.get(1).put("optional", true)))
                .file();
    }

    private Forgery forgery(UnaryOperator<List<DictBuilder>> change) {
        return forgery(change, new Range(0, 0));
    }

    private Forgery forgery(UnaryOperator<List<DictBuilder>> change, Range leftOut) {
        Forgery forgery = new Forgery(Container.JPEG, 20).created().in(both);
        Value hash = hash(second, leftOut);
        return forgery.binding(FIRST, (file, slot) -> hash(first(file), slot))
                .binding(SECOND, (file, slot) -> hash)
                .binding(LABEL, (file, slot) -> {
                    HashedUri first = forgery.referenceTo(FIRST, hash(first(file), slot));
                    int length = first(file).length();
                    return parts(change.apply(List.of(
                            part(at(0, length), first),
                            part(at(length, second.length()), forgery.referenceTo(SECOND, hash)))));
                });
    }

    private DictBuilder one(Bytes file) {
        return part(at(0, file.length()), new HashedUri("self#jumbf=c2pa.assertions/" + FIRST, NOTHING));
    }

    private static Value wholeFile() {
        return new HashedUri("self#jumbf=c2pa.assertions/c2pa.hash.data", NOTHING).toValue();
    }

    private Bytes first(Bytes file) {
        return file.slice(0, file.length() - second.length());
    }

    private static Bytes changed(Bytes file) {
        return Forgery.flip(file, file.length() - 30);
    }

    private static List<DictBuilder> place(List<DictBuilder> parts, DictBuilder place) {
        return List.of(parts.get(0), parts.get(1).put("location", place.build()));
    }

    private static DictBuilder at(int start, int length) {
        return Value.dict().put("byteOffset", start).put("length", length);
    }

    private static DictBuilder part(DictBuilder place, HashedUri hash) {
        return Value.dict().put("location", place.build()).put("hashAssertion", hash.toValue());
    }

    private static Value parts(List<DictBuilder> parts) {
        return Value.dict()
                .put("parts", parts.stream().map(DictBuilder::build).toList())
                .build();
    }

    /** The hash of a part without some bytes of it. */
    private static Value hash(Bytes part, Range leftOut) {
        Bytes hashed = Bytes.concat(part.slice(0, (int) leftOut.start()), part.from((int) leftOut.end()));
        Value range = Value.dict()
                .put("start", leftOut.start())
                .put("length", leftOut.length())
                .build();
        return Value.dict()
                .put("exclusions", leftOut.length() == 0 ? List.of() : List.of(range))
                .put("alg", "sha256")
                .put("hash", HashAlgorithm.SHA256.hash(hashed))
                .put("pad", Bytes.EMPTY)
                .build();
    }

    private void trusted(String name, Bytes file, String note) {
        add(name, file, Expectation.trusted(RULES, note));
    }

    private void invalid(String name, Bytes file, String note, String... codes) {
        add(name, file, Expectation.invalid(RULES, note, codes));
    }

    private void add(String name, Bytes file, Expectation expectation) {
        vectors.add(new Vector("parts/" + name + ".jpg", file, expectation));
    }
}
