package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;

/** HEIC, AVIF and MP4 files: changed after they were signed, and with hashes that leave out what they must not. */
final class BmffVectors {
    private static final String RULES = "C2PA 2.4 §15.12.2";
    private static final String FRAME = "C2PA 2.4 §A.5.3";
    private static final String MISMATCH = "assertion.bmffHash.mismatch";
    private static final String MALFORMED = "assertion.bmffHash.malformed";
    private static final String ADDITIONAL = "assertion.bmffHash.additionalExclusionsPresent";
    private static final String ERROR = "general.error";
    private static final Bytes FREE = BmffBoxes.box("free", Bytes.utf8("later"));

    private final Container container;
    private final Bytes signed;
    private final List<Vector> vectors = new ArrayList<>();

    private BmffVectors(Container container) throws SigningException {
        this.container = container;
        this.signed = forgery().file();
    }

    static List<Vector> make() throws SigningException {
        List<Vector> all = new ArrayList<>();
        for (Container container : Container.BMFF) {
            BmffVectors made = new BmffVectors(container);
            made.tampered();
            made.framed();
            made.excluded();
            made.malformed();
            all.addAll(made.vectors);
        }
        return all;
    }

    private String index() {
        return container == Container.MP4 ? "moov" : "meta";
    }

    private void tampered() {
        add("tampered/untouched", signed, Expectation.trusted(RULES, "the file that the others are made from"));
        int media = BmffBoxes.find(signed, "mdat");
        invalid("tampered/pixel", Forgery.flip(signed, media + 20), "one bit of the media data flipped", MISMATCH);
        String index = index();
        int end = BmffBoxes.find(signed, index) + BmffBoxes.named(signed, index).length();
        invalid("tampered/index", Forgery.flip(signed, end - 1), "the last bit of the index flipped", MISMATCH);
        invalid("tampered/appended", Bytes.concat(signed, FREE), "a box after the last", MISMATCH);
        Bytes type = signed.slice(0, typeEnd());
        Bytes inserted = Bytes.concat(type, FREE, signed.from(typeEnd()));
        invalid("tampered/inserted", inserted, "a box before that of the store, so that all is moved", MISMATCH);
        Bytes cut = signed.slice(0, signed.length() - 10);
        add("tampered/truncated", cut, Expectation.invalid(FRAME, "the last bytes are missing", ERROR));
    }

    private void framed() {
        int store = BmffBoxes.find(signed, "uuid");
        int purpose = store + 28;
        framed("unknown-purpose", Forgery.flip(signed, purpose), "a purpose that is none of the standard");
        framed("another-version", Forgery.flip(signed, store + 24), "a version that is not 0");
        framed("leads-nowhere", Forgery.flip(signed, purpose + 16), "an offset of hashes where none are");
        Bytes box = BmffBoxes.split(signed).get(1);
        Bytes twice = Bytes.concat(signed, box);
        add(
                "container/two-stores",
                twice,
                Expectation.none("C2PA 2.4 §15.5.2.1", "the store, twice", "org.inkseal.manifest.multipleStores"));
        add("container/unsigned", container.picture(), Expectation.none("C2PA 2.4 §15.5.1", "no store"));
        Bytes other = Forgery.flip(signed, store + 8);
        add("container/another-uuid", other, Expectation.none(FRAME, "a box that is not one of C2PA any more"));
    }

    private void excluded() throws SigningException {
        excluded(
                "type-excluded", file -> BmffBoxes.hash(file, Set.of("ftyp"), new BitSet(), whole("/ftyp")), List.of());
        excluded(
                "free-excluded", file -> BmffBoxes.hash(file, Set.of("free"), new BitSet(), whole("/free")), List.of());
        excluded(
                "metadata-excluded",
                file -> BmffBoxes.hash(file, Set.of("emsg"), new BitSet(), whole("/emsg")),
                List.of(ADDITIONAL));
        refused(
                "media-excluded",
                file -> BmffBoxes.hash(file, Set.of("mdat"), new BitSet(), whole("/mdat")),
                "the media data are not hashed");
        String index = index();
        refused(
                "index-excluded",
                file -> BmffBoxes.hash(file, Set.of(index), new BitSet(), whole("/" + index)),
                "what the media data mean is not hashed");
        refused(
                "index-cut",
                file -> BmffBoxes.hash(file, Set.of(), cut(file, index), subset("/" + index, 40, 20)),
                "a part of the index is not hashed");
        refused(
                "every-uuid-excluded",
                file -> BmffBoxes.hash(file, Set.of("uuid", "mdat"), new BitSet(), whole("/uuid"), whole("/mdat")),
                "the media data are not hashed, and no box of that type at all");
    }

    private void malformed() throws SigningException {
        malformed("no-exclusions", "exclusions", List.of());
        malformed("path-of-nothing", "exclusions", List.of(BmffBoxes.c2pa(), whole("uuid")));
        malformed("path-into-everything", "exclusions", List.of(BmffBoxes.c2pa(), whole("//mdat")));
        Value overlapping = BmffBoxes.exclusion("/free")
                .put("subset", List.of(part(8, 10), part(12, 10)))
                .build();
        malformed("overlapping", "exclusions", List.of(BmffBoxes.c2pa(), overlapping));
        add(
                "bmff/no-hash",
                bound(file -> Value.dict()
                        .put("exclusions", List.of(BmffBoxes.c2pa()))
                        .put("alg", "sha256")
                        .build()),
                Expectation.invalid(RULES, "no hash", MISMATCH));
        add(
                "bmff/sha1",
                bound(file -> BmffBoxes.hash(file, Set.of(), new BitSet())
                        .put("alg", "sha1")
                        .build()),
                Expectation.invalid("C2PA 2.4 §15.4", "an algorithm that is not allowed", "algorithm.unsupported"));
        add(
                "bmff/first-version",
                forgery()
                        .withoutBinding()
                        .binding("c2pa.hash.bmff", (file, slot) -> BmffBoxes.hash(file))
                        .file(),
                Expectation.invalid("C2PA 2.4 §18.6.1", "a hash of the first version", "claim.hardBindings.missing"));
        Value tree = Value.dict()
                .put("uniqueId", 1)
                .put("localId", 1)
                .put("count", 1)
                .put("initHash", Bytes.wrap(new byte[32]))
                .put("hashes", List.of(Value.of(Bytes.wrap(new byte[32]))))
                .build();
        add(
                "bmff/fragments-elsewhere",
                bound(file -> Value.dict()
                        .put("exclusions", List.of(BmffBoxes.c2pa()))
                        .put("alg", "sha256")
                        .put("merkle", List.of(tree))
                        .build()),
                Expectation.invalid(RULES, "fragments that are not in the file", MISMATCH));
    }

    private Forgery forgery() {
        return new Forgery(container, 21).created();
    }

    private Bytes bound(Function<Bytes, Value> hash) throws SigningException {
        return forgery()
                .withoutBinding()
                .binding(BmffBoxes.LABEL, (file, slot) -> hash.apply(file))
                .file();
    }

    private int typeEnd() {
        return BmffBoxes.split(signed).get(0).length();
    }

    private static BitSet cut(Bytes file, String type) {
        BitSet cut = new BitSet();
        int at = BmffBoxes.find(file, type);
        cut.set(at + 40, at + 60);
        return cut;
    }

    private static Value whole(String xpath) {
        return BmffBoxes.exclusion(xpath).build();
    }

    private static Value subset(String xpath, int offset, int length) {
        return BmffBoxes.exclusion(xpath)
                .put("subset", List.of(part(offset, length)))
                .build();
    }

    private static Value part(int offset, int length) {
        return Value.dict().put("offset", offset).put("length", length).build();
    }

    private void framed(String name, Bytes file, String note) {
        add("container/" + name, file, Expectation.invalid(FRAME, note, ERROR));
    }

    private void excluded(String name, Function<Bytes, DictBuilder> hash, List<String> remarks)
            throws SigningException {
        Expectation trusted = Expectation.trusted(RULES, "boxes that the standard lets a hash leave out");
        add(
                "bmff/" + name,
                bound(hash.andThen(DictBuilder::build)::apply),
                remarks.isEmpty() ? trusted : trusted.remarking(remarks.toArray(new String[0])));
    }

    private void refused(String name, Function<Bytes, DictBuilder> hash, String note) throws SigningException {
        add("bmff/" + name, bound(hash.andThen(DictBuilder::build)::apply), Expectation.invalid(RULES, note, MISMATCH));
    }

    private void malformed(String name, String field, List<Value> value) throws SigningException {
        Bytes file = bound(whole ->
                BmffBoxes.hash(whole, Set.of(), new BitSet()).put(field, value).build());
        add("bmff/" + name, file, Expectation.invalid(RULES, "exclusions that are not as they must be", MALFORMED));
    }

    private void invalid(String name, Bytes file, String note, String code) {
        add(name, file, Expectation.invalid(RULES, note, code));
    }

    private void add(String name, Bytes file, Expectation expectation) {
        vectors.add(new Vector(name + "." + container.extension(), file, expectation));
    }
}
