package org.inkseal.vectors;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.inkseal.io.Bytes;

/**
 * Draws the pictures that tests and examples sign. The pixels are always the same; the bytes may differ with the version
 * of zlib or of the JPEG encoder, so the files are kept, and made anew only to change them.
 */
public final class Pictures {
    /** The folder of the small pictures that the vectors are made from, an absolute resource name. */
    static final String SMALL = "/pictures/";

    private static final Painting LARGE_PAINTING = new Painting(640, 480);
    private static final Painting SMALL_PAINTING = new Painting(64, 48);

    private Pictures() {}

    /**
     * Draws all pictures.
     *
     * @param folders the folder of the large pictures, and that of the small ones
     */
    public static void main(String[] folders) throws IOException {
        save(Path.of(folders[0]), large());
        save(Path.of(folders[1]), small());
    }

    private static void save(Path folder, Map<String, Bytes> pictures) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, Bytes> picture : pictures.entrySet()) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(picture.getKey()))) {
                out.write(picture.getValue().toArray());
            }
        }
    }

    private static Map<String, Bytes> large() throws IOException {
        Bytes exif = JpegSegments.segment(JpegSegments.APP1, exif());
        Bytes xmp = JpegSegments.segment(
                JpegSegments.APP1, Bytes.concat(Bytes.utf8("http://ns.adobe.com/xap/1.0/\0"), xmp("Dusk")));
        Bytes second = new JpegPicture(SMALL_PAINTING, false).file();
        Map<String, Bytes> pictures = new LinkedHashMap<>();
        pictures.put("painting.png", new PngPicture(LARGE_PAINTING).trueColour());
        pictures.put("gray.png", new PngPicture(LARGE_PAINTING).grayscale());
        pictures.put(
                "palette.png",
                new PngPicture(LARGE_PAINTING)
                        .with("tEXt", Bytes.utf8("Title\0Dusk"))
                        .with("iTXt", Bytes.concat(Bytes.utf8("XML:com.adobe.xmp\0\0\0\0\0"), xmp("Dusk")))
                        .indexed());
        pictures.put(
                "photo.jpg",
                new JpegPicture(LARGE_PAINTING, false).with(exif).with(xmp).file());
        pictures.put("progressive.jpg", new JpegPicture(LARGE_PAINTING, true).file());
        pictures.put(
                "phone.jpg",
                new JpegPicture(LARGE_PAINTING, false)
                        .with(exif)
                        .with(xmp)
                        .with(JpegSegments.segment(JpegSegments.COMMENT, Bytes.utf8("two pictures in one file")))
                        .withSecond(second));
        return pictures;
    }

    private static Map<String, Bytes> small() throws IOException {
        Map<String, Bytes> pictures = new LinkedHashMap<>();
        pictures.put("small.png", new PngPicture(SMALL_PAINTING).trueColour());
        pictures.put("small.jpg", new JpegPicture(SMALL_PAINTING, false).file());
        return pictures;
    }

    /** One entry: the picture stands upright. */
    private static Bytes exif() {
        byte[] tiff = {
            'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0,
            0, 0
        };
        return Bytes.wrap(tiff);
    }

    private static Bytes xmp(String title) {
        return Bytes.utf8("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                + "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + title + "</rdf:li></rdf:Alt></dc:title>"
                + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>");
    }
}
