package org.inkseal.asset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.inkseal.io.Bytes;

/** An unsigned picture for the tests that every format must pass. A new format adds its samples to {@link #all}. */
record Sample(String name, AssetFormat format, Bytes bytes) {
    private static final AssetFormat JPEG = new JpegFormat();
    private static final AssetFormat PNG = new PngFormat();
    private static final AssetFormat JPEG_XL = new JpegXlFormat();
    private static final AssetFormat WEBP = new WebpFormat();
    private static final AssetFormat GIF = new GifFormat();
    private static final AssetFormat SVG = new SvgFormat();
    private static final AssetFormat TIFF = new TiffFormat();

    static Stream<Sample> all() throws IOException {
        return Stream.of(
                new Sample("JPEG of ImageIO", JPEG, picture("jpg")),
                new Sample("JPEG with everything", JPEG, fullJpeg()),
                new Sample("JPEG with fill bytes", JPEG, filledJpeg()),
                new Sample("JPEG with another picture", JPEG, image("phone.jpg")),
                new Sample("PNG of ImageIO", PNG, picture("png")),
                new Sample("PNG with everything", PNG, fullPng()),
                new Sample("WebP, lossy", WEBP, image("painting.webp")),
                new Sample("WebP, lossless", WEBP, image("lossless.webp")),
                new Sample("WebP, animated", WEBP, image("animated.webp")),
                new Sample("WebP with everything", WEBP, fullWebp()),
                new Sample("GIF, still", GIF, image("painting.gif")),
                new Sample("GIF, moving", GIF, image("animated.gif")),
                new Sample("GIF, old", GIF, GifBytes.start("GIF87a").frame().end()),
                new Sample("GIF with everything", GIF, fullGif()),
                new Sample("SVG, drawing", SVG, image("painting.svg")),
                new Sample("SVG, closed root", SVG, Bytes.utf8("<svg width='1' height='1'/>")),
                new Sample("SVG with everything", SVG, fullSvg()),
                media("painting.heic", BmffFamily.HEIC),
                media("painting.heif", BmffFamily.HEIF),
                media("painting.avif", BmffFamily.AVIF),
                media("sequence.avif", BmffFamily.AVIF),
                media("film.mp4", BmffFamily.MP4),
                media("film.mov", BmffFamily.MOV),
                media("sound.m4a", BmffFamily.M4A),
                new Sample("HEIC with everything", new BmffFormat(BmffFamily.HEIC), BmffBytes.heic()),
                new Sample("MP4 with everything", new BmffFormat(BmffFamily.MP4), BmffBytes.mp4()),
                new Sample("JPEG XL of libjxl", JPEG_XL, image("painting.jxl")),
                new Sample("JPEG XL with everything", JPEG_XL, fullJpegXl()),
                new Sample("JPEG XL, naked", JPEG_XL, image("naked.jxl")),
                new Sample("TIFF of ImageIO", TIFF, picture("tiff")),
                new Sample("TIFF, II", TIFF, TiffBytes.grey(true, false).end()),
                new Sample("TIFF, MM", TIFF, TiffBytes.grey(false, false).end()),
                new Sample("BigTIFF, II", TIFF, TiffBytes.grey(true, true).end()),
                new Sample("BigTIFF, MM", TIFF, TiffBytes.grey(false, true).end()),
                new Sample(
                        "TIFF of three pages",
                        TIFF,
                        TiffBytes.pages(false, false).end()),
                new Sample(
                        "BigTIFF of three pages",
                        TIFF,
                        TiffBytes.pages(true, true).end()),
                new Sample("TIFF of odd length", TIFF, oddTiff()),
                new Sample("DNG", TIFF, TiffBytes.dng().end()));
    }

    private static Sample media(String name, BmffFamily family) throws IOException {
        return new Sample(name, new BmffFormat(family), image(name));
    }

    /** One of the project's pictures. */
    static Bytes image(String name) throws IOException {
        return Bytes.wrap(Files.readAllBytes(Path.of("../test-vectors/images", name)));
    }

    /** A real picture of 40 by 30 points. */
    static Bytes picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int i = 0; i < 40 * 30; i++) {
            image.setRGB(i % 40, i / 40, random.nextInt(1 << 24));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return Bytes.wrap(out.toByteArray());
    }

    /** The points of a picture that the Java runtime decodes. */
    static int[] points(Bytes file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file.toArray()));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    static Bytes fullJpeg() {
        return JpegBytes.start()
                .segment(0xe0, "JFIF\0\1\1\0\0\1\0\1\0\0")
                .segment(0xe1, "Exif\0\0II*\0")
                .segment(0xe1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>")
                .segment(0xe2, "ICC_PROFILE\0\1\1")
                .segment(0xe2, "MPF\0MM\0*")
                .packet("JP", 1, 1, Hex.bytes("00000010 6a756d62 0000000862626262"))
                .packet("XT", 9, 1, Hex.bytes("00000010 6a756d62 0000000862626262"))
                .segment(0xed, "Photoshop 3.0\0")
                .segment(0xee, "Adobe\0d\0\0\0\0\1")
                .segment(0xfe, "a comment")
                .segment(0xdb, new byte[65])
                .segment(0xc0, Hex.bytes("0800100010 01 011100"))
                .scan();
    }

    private static Bytes filledJpeg() {
        return JpegBytes.start()
                .raw("ffff")
                .segment(0xe0, "JFIF\0\1\1\0\0\1\0\1\0\0")
                .raw("ffffff")
                .segment(0xdb, new byte[65])
                .raw("ff01")
                .scan();
    }

    static Bytes fullPng() {
        Bytes picture = PngBytes.start()
                .chunk("acTL", Hex.bytes("0000000100000000"))
                .chunk("tEXt", "Comment\0hello")
                .chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta/>")
                .chunk("eXIf", "II*\0")
                .chunk("IDAT", "one")
                .chunk("IDAT", "two")
                .chunk("tIME", new byte[7])
                .end();
        return Bytes.concat(picture, Bytes.utf8("trailing bytes"));
    }

    static Bytes fullJpegXl() {
        return JpegXlBytes.start()
                .box("jxll", "\n")
                .part(0, "\u00ff\n and")
                .box("Exif", "\0\0\0\0II*\0")
                .box("xml ", "<x:xmpmeta/>")
                .box("brob", "Exif and more")
                .box("brob", "xml  and more")
                .box("brob", "jumb and more")
                .box("jumb", otherDescription("json"))
                .box("jbrd", "what the JPEG was like")
                .largeBox("abcd", new byte[40])
                .part(1 | 1 << 31, "the rest")
                .end();
    }

    /** The description of a superbox that is no store. */
    static byte[] otherDescription(String label) {
        byte[] description = Stores.description(label);
        System.arraycopy(label.getBytes(StandardCharsets.US_ASCII), 0, description, 8, 4);
        return description;
    }

    static Bytes fullWebp() {
        Bytes picture = WebpBytes.start()
                .chunk("VP8X", Hex.bytes("0c000000 000000 000000"))
                .chunk("ICCP", "icc")
                .chunk("ANIM", Hex.bytes("000000000000"))
                .chunk("ANMF", "one")
                .chunk("ANMF", "another")
                .chunk("EXIF", "II*\0")
                .chunk("XMP ", "<x:xmpmeta/>")
                .chunk("abcd", "odd")
                .end();
        return Bytes.concat(picture, Bytes.utf8("trailing bytes"));
    }

    static Bytes fullGif() {
        Bytes picture = GifBytes.start("GIF89a")
                .application("NETSCAPE2.0", "\1\0\0")
                .raw("21fe 02 4142 01 43 00")
                .xmp("<x:xmpmeta/>")
                .frame()
                .raw("210104 00000000 00")
                .frame()
                .raw("21fe 00")
                .end();
        return Bytes.concat(picture, Bytes.utf8("trailing bytes"));
    }

    static Bytes fullSvg() {
        return Bytes.utf8("""
                \uFEFF<?xml version="1.0" encoding="UTF-8"?>
                <!-- a <comment> -->
                <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">
                <svg xmlns="http://www.w3.org/2000/svg" width="4" height='3'>
                  <metadata id="m"><x:xmpmeta xmlns:x="adobe:ns:meta/"><a/></x:xmpmeta></metadata>
                  <style><![CDATA[ a > b {} ]]></style>
                  <g><rect width="4" height="3" fill="&#x23;fff"/></g>
                </svg>
                <?end?>
                """);
    }

    private static Bytes oddTiff() {
        TiffBytes file = TiffBytes.grey(true, false);
        Bytes even = file.end();
        file.data(new byte[even.length() % 2 + 1]);
        return file.end();
    }

    @Override
    public String toString() {
        return name;
    }
}
