package org.inkseal.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * One walk over the boxes of a JPEG XL container (ISO/IEC 18181-2), which fill the file. Nothing is entered or inflated:
 * XMP in a {@code brob} box is not seen, and a {@code jumb} in one is no store (C2PA 2.3 §A.3.9).
 */
final class JpegXlWalk {
    /** A file can have as many faults as boxes; nobody reads more than these. */
    private static final int MOST_FAULTS = 32;

    private static final byte[] BRAND = {'j', 'x', 'l', ' '};
    private static final byte[] EXIF = {'E', 'x', 'i', 'f'};
    private static final byte[] XML = {'x', 'm', 'l', ' '};

    private final Window window;
    private final Budget budget;
    private final Regions regions;
    private final List<Carrier> carriers = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private Optional<Range> xmp = Optional.empty();
    private boolean complete;
    /** Boxes that are neither those of a wrapped codestream nor stores. */
    private boolean others;

    private boolean marked;
    private int wrapped;

    JpegXlWalk(ByteSource source, Budget budget) {
        this.window = new Window(source);
        this.budget = budget;
        this.regions = new Regions(budget);
    }

    AssetMap map(JpegXlFormat format) throws IOException, MalformedException {
        if (!window.upTo(0, JpegXlWrap.SIGNATURE.length).startsWith(0, JpegXlWrap.SIGNATURE)) {
            throw new MalformedException(0, "neither the signature of a JPEG XL container nor that of a codestream");
        }
        long at = 0;
        for (int number = 0; at < window.size(); number++) {
            JpegXlBox box = JpegXlBox.read(window, at);
            if (number == 1
                    && !(box.is("ftyp") && box.head(window, BRAND.length).startsWith(0, BRAND))) {
                throw new MalformedException(at, "the second box is not ftyp with the brand 'jxl '");
            }
            note(box, number);
            at = box.range().end();
        }
        if (!complete) {
            throw new MalformedException(at, "the file ends before its codestream is complete");
        }
        int frame = marked && !others ? wrapped : JpegXlFormat.CONTAINER;
        return new AssetMap(format, window.size(), regions.list(), carriers, faults, frame, xmp);
    }

    private void note(JpegXlBox box, int number) throws IOException, MalformedException {
        boolean fixed = number <= 1 || box.is("jxlc") || box.is("jxlp");
        JpegXlBox.Likeness likeness = fixed ? JpegXlBox.Likeness.NONE : box.likeness(window);
        if (likeness != JpegXlBox.Likeness.NONE) {
            regions.add("C2PA", box.range(), Region.Kind.CARRIER);
            store(box, likeness);
            return;
        }
        regions.add(box.type(), box.range(), isMetadata(box) ? Region.Kind.METADATA : Region.Kind.CONTENT);
        if (box.is("xml ") && xmp.isEmpty()) {
            xmp = Optional.of(box.payload());
        }
        if (number > 1) {
            codestream(box);
        }
    }

    private void store(JpegXlBox box, JpegXlBox.Likeness likeness) throws MalformedException {
        if (likeness == JpegXlBox.Likeness.WHOLE) {
            budget.check(Limit.STORE_BYTES, box.range().length(), box.range().start());
            carriers.add(new Carrier(box.range(), List.of(box.range())));
        } else if (faults.size() < MOST_FAULTS) {
            String message =
                    "manifest store whose box is not of the type 'jumb', or whose description box lacks the type or"
                            + " the label 'c2pa' of a manifest store";
            faults.add(new Fault(box.range().start(), message));
        }
    }

    /** Whether the codestream is complete, and whether it was wrapped by us. */
    private void codestream(JpegXlBox box) throws IOException, MalformedException {
        boolean last = box.range().end() == window.size();
        if (box.is("jxlp")) {
            // The highest bit of the number marks the last part.
            complete |= box.payload().length() >= 4 && window.u8(box.payload().start()) >= 0x80;
        }
        complete |= box.is("jxlc");
        if (box.is("free") && !marked && box.head(window, 64).equals(JpegXlWrap.MARK)) {
            marked = true;
        } else if (box.is("jxlc") && last && box.head(window, 2).startsWith(0, JpegXlWrap.CODESTREAM)) {
            wrapped = (int) (box.payload().start() - box.range().start());
        } else {
            others = true;
        }
    }

    private boolean isMetadata(JpegXlBox box) throws IOException, MalformedException {
        if (box.is("brob")) {
            Bytes inner = box.head(window, 4);
            return inner.startsWith(0, EXIF) || inner.startsWith(0, XML);
        }
        return box.is("Exif") || box.is("xml ");
    }
}
