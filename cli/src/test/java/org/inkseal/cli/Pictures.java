package org.inkseal.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Makes small pictures for tests. */
final class Pictures {
    private Pictures() {}

    /** Writes a picture in the format of the name's ending, in any folder. */
    static Path make(Path file) {
        String name = file.getFileName().toString();
        String format = name.substring(name.lastIndexOf('.') + 1);
        BufferedImage image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, x * 10 << 16 | y * 15 << 8 | x * y);
            }
        }
        try {
            Files.createDirectories(file.getParent());
            if (!ImageIO.write(image, format, file.toFile())) {
                throw new IllegalArgumentException("no such format: " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** The names of the files in a folder, in order. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Writes a JPEG whose XMP packet has some attributes and elements. */
    static Path withXmp(Path file, String attributes, String elements) throws IOException {
        String packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
                + attributes + ">" + elements + "</rdf:Description></rdf:RDF></x:xmpmeta>";
        byte[] content = ("http://ns.adobe.com/xap/1.0/\0" + packet).getBytes(StandardCharsets.UTF_8);
        byte[] jpeg = Files.readAllBytes(make(file));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(
                new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (content.length + 2 >> 8), (byte) (content.length + 2)});
        out.writeBytes(content);
        out.write(jpeg, 2, jpeg.length - 2);
        return Files.write(file, out.toByteArray());
    }

    /** Changes one byte. */
    static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at < 0 ? bytes.length + at : at] ^= 1;
        Files.write(file, bytes);
    }

    /** Leaves the first bytes only. */
    static void truncate(Path file, int length) throws IOException {
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), length));
    }

    /** A PNG file with one more chunk after its header. */
    static byte[] withChunk(byte[] png, String type, String data) {
        byte[] content = (type + data).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(content);
        int header = 33;
        return ByteBuffer.allocate(png.length + content.length + 2 * Integer.BYTES)
                .put(png, 0, header)
                .putInt(data.length())
                .put(content)
                .putInt((int) crc.getValue())
                .put(png, header, png.length - header)
                .array();
    }
}
