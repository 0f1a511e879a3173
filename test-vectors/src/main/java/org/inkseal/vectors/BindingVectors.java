package org.inkseal.vectors;

import java.util.List;
import java.util.function.Function;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;
import org.inkseal.sign.SigningException;

/** Hashes that bind less of the file than they should, by the hand of the signer. */
final class BindingVectors {
    private static final String RULES = "C2PA 2.2 §15.12.1";
    private static final String MISMATCH = "assertion.dataHash.mismatch";
    private static final String MALFORMED = "assertion.dataHash.malformed";

    private final Folder folder;

    private BindingVectors(Folder folder) {
        this.folder = folder;
    }

    static List<Vector> make() throws SigningException {
        return Folder.of("binding", folder -> {
            BindingVectors binding = new BindingVectors(folder);
            binding.exclusions();
            binding.metadata();
            binding.fields();
        });
    }

    private void exclusions() throws SigningException {
        excluding("pixels-excluded", slot -> List.of(slot, pixels(slot)), MISMATCH, "the pixels are not hashed");
        excluding(
                "all-but-one-byte-excluded",
                slot -> List.of(new Range(0, slot.start() - 1), new Range(slot.start(), 1L << 20)),
                MISMATCH,
                "one byte is hashed");
        excluding(
                "one-wide-exclusion",
                slot -> List.of(new Range(slot.start(), slot.length() + 200)),
                MISMATCH,
                "the range of the store reaches into the picture");
        excluding(
                "overlapping",
                slot -> List.of(slot, new Range(slot.start() + 10, slot.length())),
                MALFORMED,
                "two ranges overlap");
        excluding("unsorted", slot -> List.of(pixels(slot), slot), MALFORMED, "two ranges are out of order");
        excluding(
                "past-the-end",
                slot -> List.of(slot, new Range(slot.end() + 100, 1L << 40)),
                MISMATCH,
                "a range ends after the file");
        add(
                "overflowing",
                folder.forgery(3).created().changingBinding(hash -> hash.put("exclusions", overflowing())),
                Expectation.invalid(RULES, "a range whose end is no 64-bit number", MALFORMED));
        add(
                "negative",
                folder.forgery(3).created().changingBinding(hash -> hash.put("exclusions", negative())),
                Expectation.invalid(RULES, "a range that starts before the file", MALFORMED));
    }

    private void metadata() throws SigningException {
        Bytes commented = folder.container().commented("at the harbour");
        int length = commented.length() - folder.container().picture().length();
        Forgery left = folder.forgery(3)
                .created()
                .in(commented)
                .excluding(slot -> List.of(slot, new Range(slot.end(), length)));
        Expectation expected = Expectation.trusted("C2PA 2.2 §9.2.5", "metadata that is not hashed")
                .remarking("assertion.dataHash.additionalExclusionsPresent");
        add("metadata-excluded", left, expected);
        Forgery more = folder.forgery(3)
                .created()
                .in(commented)
                .excluding(slot -> List.of(slot, new Range(slot.end(), length + 1)));
        add(
                "metadata-and-more-excluded",
                more,
                Expectation.invalid(RULES, "one byte after the metadata is not hashed", MISMATCH));
    }

    private void fields() throws SigningException {
        add(
                "none",
                folder.forgery(3).created().withoutBinding(),
                Expectation.invalid("C2PA 2.2 §15.10.1.2", "no hash of the file at all", "claim.hardBindings.missing"));
        add(
                "two",
                folder.forgery(3)
                        .created()
                        .assertion(
                                "c2pa.hash.data__1",
                                Value.dict()
                                        .put("hash", Bytes.wrap(new byte[32]))
                                        .put("alg", "sha256")
                                        .put("pad", Bytes.EMPTY)
                                        .build()),
                Expectation.invalid("C2PA 2.2 §15.10.1.2", "two hashes of the file", "assertion.multipleHardBindings"));
        add(
                "sha1",
                folder.forgery(3).created().changingBinding(hash -> hash.put("alg", "sha1")),
                Expectation.invalid("C2PA 2.2 §15.4", "an algorithm that is not allowed", "algorithm.unsupported"));
        add(
                "short-hash",
                folder.forgery(3).created().changingBinding(hash -> hash.put("hash", firstHalf(hash.build()))),
                Expectation.invalid(RULES, "half a hash", MISMATCH));
    }

    private static Bytes firstHalf(Value hash) {
        return hash.get("hash").flatMap(Value::asBytes).orElseThrow().slice(0, 16);
    }

    private static Value overflowing() {
        return Value.of(List.of(
                Value.dict().put("start", 20).put("length", Long.MAX_VALUE).build()));
    }

    private static Value negative() {
        return Value.of(List.of(Value.dict().put("start", -1).put("length", 100).build()));
    }

    /** A range inside the pixels, which both small pictures have at that place. */
    private static Range pixels(Range slot) {
        return new Range(slot.end() + 700, 100);
    }

    private void excluding(String name, Function<Range, List<Range>> ranges, String code, String note)
            throws SigningException {
        Forgery forgery = folder.forgery(3).created().excluding(ranges);
        add(name, forgery, Expectation.invalid(RULES, note, code));
    }

    private void add(String name, Forgery forgery, Expectation expectation) throws SigningException {
        folder.add(name, forgery, expectation);
    }
}
