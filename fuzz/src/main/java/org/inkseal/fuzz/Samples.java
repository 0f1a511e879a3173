package org.inkseal.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.Box;
import org.inkseal.jumbf.ContentBox;
import org.inkseal.jumbf.JumbfReader;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.OcspRule;
import org.inkseal.vectors.Evidence;
import org.inkseal.vectors.Golden;
import org.inkseal.vectors.Scratch;
import org.inkseal.vectors.Vectors;
import org.inkseal.verify.Verifier;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpPacket;
import org.inkseal.xmp.XmpProperty;

/** What the parsers are asked about, and the inputs that fuzzing begins with: none is kept, all are made. */
final class Samples {
    static final Verifier VERIFIER = Golden.verifier();
    static final long STORE_LENGTH = 1000;
    static final Certificate SUBJECT = certificate(0);
    static final Certificate ISSUER = certificate(1);
    static final OcspRule RULE = new OcspRule(Optional.empty(), Vectors.NOW, false);

    /** The pictures of the project, from the folder of this module. */
    private static final Path IMAGES = Path.of("../test-vectors/images");

    private Samples() {}

    private static Certificate certificate(int index) {
        try {
            return Certificate.parse(Evidence.chain().get(index));
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every golden file. */
    static List<Golden> golden() {
        try (Scratch scratch = Scratch.named("fuzz")) {
            List<Golden> all = new ArrayList<>(Golden.matrix());
            all.addAll(Golden.others(IMAGES, scratch.folder()));
            all.addAll(Golden.histories());
            return all;
        } catch (IOException | SigningException e) {
            throw new IllegalStateException("a golden file cannot be made", e);
        }
    }

    /** Inputs for a parser that are in good order. */
    static List<Bytes> of(Parser parser) {
        Bytes stamped = Bytes.utf8("stamped");
        return switch (parser) {
            case CERTIFICATE -> Evidence.chain();
            case TIME_STAMP -> List.of(Evidence.token(stamped), Evidence.response(stamped));
            case OCSP -> List.of(Evidence.answer());
            case XMP ->
                List.of(XmpPacket.of(List.of(XmpProperty.text(XmpName.PROVENANCE, "https://example.com/a.c2pa"))));
            case JSON -> List.of(Bytes.utf8("{\"a\":[1,-2.5e3,true,null,\"\\u00e9\"],\"b\":{}}"));
            case JUMBF -> golden().stream().map(Samples::store).toList();
            case CBOR -> contents(false);
            case COSE -> contents(true);
            case VERIFICATION -> golden().stream().map(Golden::file).toList();
            default ->
                golden().stream()
                        .map(Golden::file)
                        .filter(file -> isOf(parser, file))
                        .toList();
        };
    }

    /** The manifest store of a golden file. */
    static Bytes store(Golden golden) {
        return store(golden.file());
    }

    /** The manifest store of a file that has one. */
    static Bytes store(Bytes file) {
        ByteSource source = ByteSource.of(file);
        try {
            AssetFormat format = AssetFormats.detect(source).orElseThrow();
            return format.map(source, Budget.standard()).carrier().orElseThrow().store(source, Budget.standard());
        } catch (IOException | MalformedException e) {
            throw new IllegalStateException("no manifest store", e);
        }
    }

    private static boolean isOf(Parser parser, Bytes file) {
        try {
            AssetFormat format = AssetFormats.detect(ByteSource.of(file)).orElseThrow();
            String name = format.isBmff() ? "BMFF" : format.name().toUpperCase(Locale.ROOT);
            return name.replace(' ', '_').equals(parser.name());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Bytes> contents(boolean signatures) {
        List<Bytes> found = new ArrayList<>();
        try {
            for (Golden golden : golden()) {
                collect(JumbfReader.read(store(golden), Budget.standard()), signatures, found);
            }
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static void collect(SuperBox root, boolean signatures, List<Bytes> found) {
        List<SuperBox> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            SuperBox box = open.remove(open.size() - 1);
            boolean signature = box.label().filter("c2pa.signature"::equals).isPresent();
            for (Box child : box.children()) {
                if (child instanceof SuperBox inner) {
                    open.add(inner);
                } else if (child instanceof ContentBox content
                        && content.type().equals("cbor")
                        && signature == signatures) {
                    found.add(content.content());
                }
            }
        }
    }
}
