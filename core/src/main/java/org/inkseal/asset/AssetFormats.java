package org.inkseal.asset;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.ByteSource;

/** The formats that can be read and signed. A new format is one line here. */
public final class AssetFormats {
    /** How many bytes of a file are enough for every format to know its own. */
    public static final int HEAD_BYTES = 4096;

    private static final List<AssetFormat> ALL = List.of(
            new JpegFormat(),
            new PngFormat(),
            new WebpFormat(),
            new GifFormat(),
            new SvgFormat(),
            new JpegXlFormat(),
            new TiffFormat(),
            new BmffFormat(BmffFamily.HEIC),
            new BmffFormat(BmffFamily.HEIF),
            new BmffFormat(BmffFamily.AVIF),
            new BmffFormat(BmffFamily.MP4),
            new BmffFormat(BmffFamily.MOV),
            new BmffFormat(BmffFamily.M4A));

    private AssetFormats() {}

    /** Every format. */
    public static List<AssetFormat> all() {
        return ALL;
    }

    /** The format of a file by its first bytes; empty if none knows it. */
    public static Optional<AssetFormat> detect(ByteSource source) throws IOException {
        var head = source.read(0, (int) Math.min(HEAD_BYTES, source.size()));
        return ALL.stream().filter(format -> format.sniff(head)).findFirst();
    }

    /**
     * The format of a file whose store stands beside it: {@link #detect}, or else a format that knows nothing of the file
     * but its bytes, and carries no store.
     */
    public static AssetFormat detectOrOpaque(ByteSource source) throws IOException {
        return detect(source).orElseGet(AssetFormats::opaque);
    }

    /** The format of bytes of which nothing is known, and nothing may be left out. */
    public static AssetFormat opaque() {
        return new OpaqueFormat();
    }
}
