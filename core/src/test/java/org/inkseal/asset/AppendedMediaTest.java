package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.inkseal.io.Bytes;
import org.junit.jupiter.api.Test;

/** Files that carry more than one picture, and say where in ways that no box of the container knows. */
class AppendedMediaTest {
    private static final Bytes STORE = Stores.ofSize(100_000);

    /** Ultra HDR: the gain map is found by the Multi-Picture Format, and by its length from the end (GContainer). */
    @Test
    void theGainMapOfAPictureIsWhereItWasForBothWaysToFindIt() throws Exception {
        Bytes gainMap = Sample.picture("jpg");
        Bytes primary = primary("<Container:Item Item:Semantic='GainMap' Item:Length='" + gainMap.length() + "'/>");
        Bytes file = Bytes.concat(primary, gainMap);
        int offset = primary.length() - mpHeader(file);

        Bytes signed = Signed.with(new JpegFormat(), file, STORE);

        assertThat(signed.from(mpHeader(signed) + offset)).isEqualTo(gainMap);
        assertThat(signed.from(signed.length() - gainMap.length())).isEqualTo(gainMap);
        assertThat(Signed.without(new JpegFormat(), signed)).isEqualTo(file);
    }

    @Test
    void theFilmOfAMotionPhotoIsWhereItWasFromTheEnd() throws Exception {
        Bytes film = Sample.image("film.mp4");
        Bytes file = Bytes.concat(primary("GCamera:MicroVideoOffset='" + film.length() + "'"), film);

        Bytes signed = Signed.with(new JpegFormat(), file, STORE);

        assertThat(signed.from(signed.length() - film.length())).isEqualTo(film);
        assertThat(Signed.without(new JpegFormat(), signed)).isEqualTo(file);
    }

    @Test
    void theFilmOfAHeicMotionPhotoIsWhereItWasFromTheEnd() throws Exception {
        Bytes film = Sample.image("film.mp4");
        AssetFormat heic = new BmffFormat(BmffFamily.HEIC);
        Bytes box = Bytes.wrap(BmffBytes.box("mpvd", film.toArray()));
        Bytes file = Bytes.concat(Sample.image("painting.heic"), box);

        Bytes signed = Signed.with(heic, file, STORE);

        assertThat(signed.from(signed.length() - film.length())).isEqualTo(film);
        assertThat(Signed.without(heic, signed)).isEqualTo(file);
    }

    /** Offsets in EXIF count from its own header, which moves with it, or does not move at all. */
    @Test
    void exifStaysAtItsPlaceInAJpeg() throws Exception {
        Bytes file = JpegBytes.start()
                .segment(0xe0, "JFIF\0\1\1\0\0\1\0\1\0\0")
                .segment(0xe1, "Exif\0\0MM\0*\0\0\0\10and a thumbnail")
                .segment(0xdb, new byte[65])
                .scan();
        int end = find(file, "thumbnail") + "thumbnail".length();

        Bytes signed = Signed.with(new JpegFormat(), file, STORE);

        assertThat(signed.slice(0, end)).isEqualTo(file.slice(0, end));
    }

    private static Bytes primary(String xmp) throws Exception {
        Bytes picture = Sample.picture("jpg");
        Bytes extra = JpegBytes.start()
                .segment(0xe1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + xmp + "</x:xmpmeta>")
                .segment(0xe2, "MPF\0MM\0*\0\0\0\10offset here")
                .scan();
        int scan = find(extra, "\u00ff\u00da");
        return Bytes.concat(picture.slice(0, 20), extra.slice(2, scan), picture.from(20));
    }

    /** Where offsets of the Multi-Picture Format count from. */
    private static int mpHeader(Bytes file) {
        return find(file, "MPF\0") + 4;
    }

    private static int find(Bytes where, String text) {
        return new String(where.toArray(), StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
