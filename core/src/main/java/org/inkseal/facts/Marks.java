package org.inkseal.facts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.report.Mark;

/**
 * The marks of a file, other than its credential, that say how the picture was made. They decide nothing; a file that cannot
 * be read has none.
 */
public final class Marks {
    private static final int MOST = 32;

    private Marks() {}

    /** Every mark, each once. */
    public static List<Mark> of(ByteSource source) throws IOException {
        return read(source, false);
    }

    /** The marks in XMP, each once. */
    public static List<Mark> inXmp(ByteSource source) throws IOException {
        return read(source, true);
    }

    private static List<Mark> read(ByteSource source, boolean xmpOnly) throws IOException {
        Optional<AssetFormat> format = AssetFormats.detect(source);
        if (format.isEmpty()) {
            return List.of();
        }
        Budget budget = Budget.standard();
        try {
            AssetMap map = format.get().map(source, budget);
            List<Mark> marks = new ArrayList<>(XmpMarks.of(format.get().xmp(source, map, budget)));
            if (!xmpOnly) {
                beside(new MetadataBlocks(source, map), marks);
            }
            return marks.stream().distinct().limit(MOST).toList();
        } catch (MalformedException e) {
            return List.of();
        }
    }

    private static void beside(MetadataBlocks blocks, List<Mark> marks) throws IOException {
        Optional<Bytes> exif = blocks.exif();
        if (exif.isPresent()) {
            marks.addAll(ExifMarks.of(Exif.read(exif.get())));
        }
        marks.addAll(PngMarks.of(blocks.texts()));
        Optional<Bytes> photoshop = blocks.photoshop();
        if (photoshop.isPresent()) {
            marks.addAll(IimMarks.of(photoshop.get()));
        }
    }
}
