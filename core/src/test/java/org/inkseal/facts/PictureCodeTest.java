package org.inkseal.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.PngBytes;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.iscc.ImageCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureCodeTest {
    private static final Path IMAGES = Path.of("../test-vectors/images");
    /** As measured; the half is what chance would give. */
    private static final int MOST_BITS = 2;

    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void howAPictureIsTurnedDoesNotMatterWhereItsExifSaysSo(int orientation) throws Exception {
        byte[] png = png(stored(scene(BufferedImage.TYPE_INT_RGB), orientation));
        byte[] exif = new ExifBytes().number(0x0112, orientation).end().toArray();
        Bytes carrier = PngBytes.start()
                .chunk("eXIf", new String(exif, StandardCharsets.ISO_8859_1))
                .end();
        Bytes chunk = carrier.slice(33, 33 + 12 + exif.length);

        Bytes turned = Bytes.concat(
                Bytes.wrap(png).slice(0, 33), chunk, Bytes.wrap(png).from(33));

        assertThat(code(turned)).isEqualTo(code(png(scene(BufferedImage.TYPE_INT_RGB))));
    }

    @Test
    void whatCanBeSeenThroughLiesOnWhite() throws Exception {
        BufferedImage clear = scene(BufferedImage.TYPE_INT_ARGB);
        BufferedImage white = scene(BufferedImage.TYPE_INT_RGB);
        for (int x = 10; x < 20; x++) {
            for (int y = 5; y < 30; y++) {
                clear.setRGB(x, y, 0x00123456);
                white.setRGB(x, y, 0xffffff);
            }
        }

        assertThat(code(png(clear))).isEqualTo(code(png(white))).isNotEqualTo(code(png(scene(1))));
    }

    @Test
    void aBorderOfOneColourIsNoPartOfThePicture() throws Exception {
        BufferedImage framed = new BufferedImage(WIDTH + 30, HEIGHT + 8, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = framed.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, framed.getWidth(), framed.getHeight());
        pen.drawImage(scene(BufferedImage.TYPE_INT_RGB), 20, 3, null);
        pen.dispose();

        assertThat(code(png(framed))).isEqualTo(code(png(scene(BufferedImage.TYPE_INT_RGB))));
    }

    @Test
    void aPictureOfOneColourHasTheCodeOfOne() throws Exception {
        BufferedImage black = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);

        assertThat(code(png(black))).hasToString("ISCC:EEAQAAAAAAAAAAAA");
    }

    @Test
    void greyOfEightAndOfSixteenBitsAndInColourIsTheSame() throws Exception {
        BufferedImage grey = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage deep = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
        BufferedImage colour = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int value = (x * x + 3 * y) % 256;
                grey.getRaster().setSample(x, y, 0, value);
                deep.getRaster().setSample(x, y, 0, value << 8);
                colour.setRGB(x, y, value << 16 | value << 8 | value);
            }
        }

        assertThat(code(png(grey))).isEqualTo(code(png(deep))).isEqualTo(code(png(colour)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "tiff"})
    void theFormatMakesNoDifferenceWhereNothingIsLost(String format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BufferedImage few = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED);
        Graphics2D pen = few.createGraphics();
        pen.drawImage(scene(BufferedImage.TYPE_INT_RGB), 0, 0, null);
        pen.dispose();
        assertThat(ImageIO.write(few, format, out)).isTrue();

        assertThat(code(out.toByteArray())).isEqualTo(code(png(few)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"painting.png", "painting.gif", "painting.tif", "photo.jpg", "phone.jpg"})
    void copiesDifferInFewBits(String name) throws Exception {
        byte[] file = Files.readAllBytes(IMAGES.resolve(name));
        ImageCode original = code(file);
        BufferedImage picture = rgb(ImageIO.read(new ByteArrayInputStream(file)), 1);

        for (float quality : new float[] {0.95f, 0.75f, 0.5f, 0.25f}) {
            distance(name + " as JPEG of quality " + quality, original, jpeg(picture, quality));
        }
        for (double scale : new double[] {2, 0.75, 0.5, 0.25}) {
            distance(name + " at scale " + scale, original, png(rgb(picture, scale)));
            distance(name + " at scale " + scale + " as JPEG", original, jpeg(rgb(picture, scale), 0.75f));
        }
    }

    private static void distance(String what, ImageCode original, byte[] copy) throws Exception {
        assertThat(code(copy).distance(original)).as(what).isLessThanOrEqualTo(MOST_BITS);
    }

    @Test
    void otherPicturesDifferInMany() throws Exception {
        ImageCode painting = code(Files.readAllBytes(IMAGES.resolve("painting.png")));
        ImageCode scene = code(png(scene(BufferedImage.TYPE_INT_RGB)));

        assertThat(painting.distance(scene)).isGreaterThan(16);
    }

    @ParameterizedTest
    @CsvSource({
        "painting.webp, the Java runtime decodes no WebP",
        "painting.svg, the Java runtime decodes no SVG",
        "painting.dng, the Java runtime decodes no DNG"
    })
    void otherFormatsHaveNoCode(String name, String reason) throws Exception {
        byte[] file = Files.readAllBytes(IMAGES.resolve(name));

        assertThatThrownBy(() -> code(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @Test
    void noDecoderSeesAPictureOfMoreThanFiftyMillionPixels() {
        byte[] gif = "GIF89a\u00ff\u00ff\u00ff\u00ff\0\0\0;".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> code(gif)).hasMessage("65535 x 65535 pixels: decoded are 50000000 at most");
    }

    private static ImageCode code(byte... file) throws IOException, MalformedException {
        return code(Bytes.wrap(file));
    }

    private static ImageCode code(Bytes file) throws IOException, MalformedException {
        ByteSource source = ByteSource.of(file);
        return PictureCode.of(source, AssetFormats.detect(source).orElseThrow().map(source, Budget.standard()));
    }

    /** Something with an up and a down, a left and a right. */
    private static BufferedImage scene(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, 0xff000000 | x * 4 << 16 | y * 6 << 8 | (x * y + 3 * x) % 256);
            }
        }
        return image;
    }

    /** How a picture has to be stored so that turning it as EXIF says makes it upright. */
    private static BufferedImage stored(BufferedImage upright, int orientation) {
        boolean swapped = orientation > 4;
        int width = swapped ? HEIGHT : WIDTH;
        int height = swapped ? WIDTH : HEIGHT;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                // EXIF names the sides of the upright picture at which the first row and the first column are.
                int right = width - 1 - x;
                int below = height - 1 - y;
                image.setRGB(
                        x,
                        y,
                        switch (orientation) {
                            case 2 -> upright.getRGB(right, y);
                            case 3 -> upright.getRGB(right, below);
                            case 4 -> upright.getRGB(x, below);
                            case 5 -> upright.getRGB(y, x);
                            case 6 -> upright.getRGB(below, x);
                            case 7 -> upright.getRGB(below, right);
                            case 8 -> upright.getRGB(y, right);
                            default -> upright.getRGB(x, y);
                        });
            }
        }
        return image;
    }

    private static BufferedImage rgb(BufferedImage image, double scale) {
        int width = (int) Math.round(image.getWidth() * scale);
        int height = (int) Math.round(image.getHeight() * scale);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = copy.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return copy;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        try (ImageOutputStream target = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(target);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
