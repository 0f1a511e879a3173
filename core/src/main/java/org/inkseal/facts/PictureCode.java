package org.inkseal.facts;

import java.io.IOException;
import java.util.Optional;
import org.inkseal.asset.AssetMap;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.iscc.ImageCode;

/**
 * The ISCC Image-Code of a picture file. What decodes the picture, and how it is made smaller, can move single bits of the
 * code; of pictures with more than 4095 pixels along the longer side, pixels are passed over, which moves a few. Pictures of
 * more than 50 million pixels are refused before a decoder sees them. A TIFF file of more than 4 MiB is taken to be upright.
 */
public final class PictureCode {
    private static final int UPRIGHT = 1;

    private PictureCode() {}

    /**
     * The code of a picture, or of the first picture of a file with several.
     *
     * @throws IOException if the picture cannot be read
     * @throws IllegalArgumentException if it is too large, of a format that the Java runtime does not decode, or takes too
     *     long; the message says which
     */
    public static ImageCode of(ByteSource source, AssetMap map) throws IOException {
        Optional<Bytes> exif = new MetadataBlocks(source, map).exif();
        int orientation = exif.isPresent() ? orientation(Exif.read(exif.get())) : UPRIGHT;
        byte[] square = PictureDecoder.decode(
                source, map, image -> Reduction.square(GreyPicture.of(image, orientation), ImageCode.SIDE));
        return ImageCode.of(square);
    }

    private static int orientation(Exif exif) {
        return exif.text(Exif.Field.ORIENTATION)
                .filter(text -> text.matches("[1-8]"))
                .map(Integer::valueOf)
                .orElse(UPRIGHT);
    }
}
