package org.inkseal.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.vectors.Golden;

/**
 * How the cost of an input grows with the number of its parts.
 *
 * @param name what there is more and more of
 * @param parser reads it
 * @param most the number of parts at which the parser stops, or half as many again as a file of its kind has
 * @param input makes an input with as many parts
 */
record Growth(String name, Parser parser, int most, IntFunction<Bytes> input) {
    /** What twice as many parts may cost, with as many as 1. */
    static final double ALLOWED = 2.5;

    private static final int FIRST_KEY = 1000;
    private static final int SOME = 3;
    private static final int MANY = 14;

    /** One for each parser that reads lists. */
    static List<Growth> all() {
        return List.of(
                new Growth("chunks of PNG", Parser.PNG, cap(Limit.PNG_CHUNKS), Growth::png),
                new Growth("segments of JPEG", Parser.JPEG, cap(Limit.JPEG_SEGMENTS), Growth::jpeg),
                new Growth("chunks of RIFF", Parser.WEBP, cap(Limit.RIFF_CHUNKS), Growth::webp),
                new Growth("blocks of GIF", Parser.GIF, cap(Limit.GIF_BLOCKS), Growth::gif),
                new Growth("elements of SVG", Parser.SVG, 200_000, Growth::svg),
                new Growth("boxes of JPEG XL", Parser.JPEG_XL, cap(Limit.REGIONS), Growth::jpegXl),
                new Growth("boxes of BMFF", Parser.BMFF, cap(Limit.REGIONS), Growth::bmff),
                new Growth("boxes of JUMBF", Parser.JUMBF, cap(Limit.BOXES), Growth::jumbf),
                new Growth("items of CBOR", Parser.CBOR, cap(Limit.CBOR_ITEMS), Growth::array),
                new Growth("keys of CBOR", Parser.CBOR, cap(Limit.CBOR_ITEMS) / 2, n -> CborWriter.write(map(n))),
                new Growth("values of JSON", Parser.JSON, cap(Limit.JSON_BYTES) / 2, Growth::json),
                new Growth("headers of COSE", Parser.COSE, cap(Limit.CBOR_ITEMS) / 2 - 10, Growth::cose),
                new Growth("elements of XMP", Parser.XMP, 20_000, Growth::xmp),
                new Growth("assertions of a manifest", Parser.VERIFICATION, cap(Limit.ASSERTIONS), Growth::assertions));
    }

    /** Bytes allocated for as many parts as may be, over those for half as many. */
    double allocated() throws Exception {
        return ratio(SOME, this::allocated);
    }

    /** Time of the processor for as many parts as may be, over that for half as many. */
    double time() throws Exception {
        return ratio(MANY, this::time);
    }

    private interface Measure {
        long of(Bytes input) throws Exception;
    }

    /** Of the least costs of some rounds, as the runtime compiles what runs often and saves memory and time with it. */
    private double ratio(int rounds, Measure measure) throws Exception {
        Bytes half = input.apply(most / 2 - 2);
        Bytes whole = input.apply(most - 4);
        long leastHalf = Long.MAX_VALUE;
        long leastWhole = Long.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            leastHalf = Math.min(leastHalf, measure.of(half));
            leastWhole = Math.min(leastWhole, measure.of(whole));
        }
        return (double) leastWhole / leastHalf;
    }

    private long allocated(Bytes bytes) throws Exception {
        long before = Bounds.allocated();
        parser.readAtAnyCost(bytes);
        return Bounds.allocated() - before;
    }

    private long time(Bytes bytes) throws Exception {
        long before = Bounds.processor();
        parser.readAtAnyCost(bytes);
        return Bounds.processor() - before;
    }

    private static int cap(Limit limit) {
        return (int) limit.standard();
    }

    private static Bytes file(String golden, int place, int count, Bytes part) {
        Golden one = Samples.golden().stream()
                .filter(file -> file.name().equals(golden))
                .findFirst()
                .orElseThrow();
        Node tree = Grammar.file(one.file());
        tree.children.add(place, new Node(Framing.NONE, times(part, count)));
        return tree.encode();
    }

    private static Bytes times(Bytes part, int count) {
        byte[] all = new byte[part.length() * count];
        for (int i = 0; i < count; i++) {
            part.copyTo(all, i * part.length());
        }
        return Bytes.wrap(all);
    }

    private static Bytes png(int count) {
        int type = 0x74455874;
        return file("PNG, data hash, claim v2", 2, count, new Framing.Chunk(type).wrap(Bytes.EMPTY, 0));
    }

    private static Bytes jpeg(int count) {
        return file("jpg", 1, count - 20, new Framing.Segment(0xfe).wrap(Bytes.EMPTY, 0));
    }

    private static Bytes webp(int count) {
        return file("webp", 2, count - 10, new Framing.Riff(0x41424344).wrap(Bytes.EMPTY, 0));
    }

    private static Bytes gif(int count) {
        Bytes head = Bytes.concat(Bytes.utf8("GIF89a"), Bytes.wrap(new byte[] {1, 0, 1, 0, 0, 0, 0}));
        Bytes comment = Bytes.wrap(new byte[] {0x21, (byte) 0xfe, 0});
        return Bytes.concat(head, times(comment, count), Bytes.wrap(new byte[] {0x3b}));
    }

    private static Bytes svg(int count) {
        Bytes part = Bytes.utf8("<g/>");
        return Bytes.concat(
                Bytes.utf8("<svg xmlns='http://www.w3.org/2000/svg'>"), times(part, count), Bytes.utf8("</svg>"));
    }

    private static Bytes jpegXl(int count) {
        return file("jxl", 2, count - 20, new Framing.Box(0x41424344).wrap(Bytes.EMPTY, 0));
    }

    private static Bytes bmff(int count) {
        Node tree = Grammar.file(Bytes.concat(
                new Framing.Box(0x66747970).wrap(Bytes.utf8("heic\0\0\0\0mif1heic"), 16),
                times(new Framing.Box(0x66726565).wrap(Bytes.EMPTY, 0), count - 10)));
        return tree.encode();
    }

    private static Bytes jumbf(int count) {
        Bytes boxes = times(JumbfWriter.contentBox("abcd", Bytes.EMPTY), count - 10);
        return JumbfWriter.superBox(ContentType.STORE, "c2pa", Optional.empty(), manifest(), boxes);
    }

    private static Bytes manifest() {
        return JumbfWriter.superBox(ContentType.MANIFEST, "urn:c2pa:0", Optional.empty());
    }

    private static Bytes array(int count) {
        return new Framing.Item(Framing.Item.ARRAY).wrap(times(Bytes.wrap(new byte[1]), count), count);
    }

    private static Value.Dict map(int count) {
        DictBuilder fields = Value.dict();
        for (int i = 0; i < count - 1; i++) {
            fields.put(Value.of(FIRST_KEY + i), Value.of(0));
        }
        return fields.build();
    }

    private static Bytes json(int count) {
        Bytes values = times(Bytes.utf8("0,"), count - 2);
        return Bytes.concat(Bytes.utf8("["), values, Bytes.utf8("0]"));
    }

    private static Bytes cose(int count) {
        Value items = Value.of(List.of(
                Value.of(CborWriter.write(
                        Value.dict().put(Value.of(1), Value.of(-7)).build())),
                map(count),
                Value.NULL,
                Value.of(Bytes.wrap(new byte[64]))));
        return CborWriter.write(new Value.Tagged(18, items));
    }

    private static Bytes xmp(int count) {
        String text = new String(Samples.of(Parser.XMP).get(0).toArray(), StandardCharsets.UTF_8);
        return Bytes.utf8(text.replace("</rdf:RDF>", "<rdf:Description/>".repeat(count) + "</rdf:RDF>"));
    }

    /** Assertions that no claim names; each is a finding. */
    private static Bytes assertions(int count) {
        Node tree = Grammar.file(Samples.golden().get(0).file());
        Node manifest = tree.all().stream()
                .filter(node -> !node.isLeaf()
                        && node.children.get(0).payload.startsWith(0, (byte) 'c', (byte) '2', (byte) 'a'))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < count - 4; i++) {
            Bytes content = JumbfWriter.contentBox("cbor", CborWriter.write(Value.of(i)));
            manifest.children.add(new Node(
                    Framing.NONE,
                    JumbfWriter.superBox(ContentType.CBOR, "org.example." + i, Optional.empty(), content)));
        }
        return tree.encode();
    }

    /** Prints how much longer twice as much takes. */
    static void print() throws Exception {
        boolean within = true;
        for (Growth growth : all()) {
            double bytes = growth.allocated();
            double time = growth.time();
            within &= bytes <= ALLOWED && time <= ALLOWED;
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %,9d parts over half as many: time %.2f, bytes %.2f%n",
                    growth.name(),
                    growth.most(),
                    time,
                    bytes);
        }
        System.exit(within ? 0 : 1);
    }
}
