package org.inkseal.vectors;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.inkseal.io.Bytes;

/** Writes a painting as JPEG (ITU-T T.81), with the encoder of the JDK. */
final class JpegPicture {
    private static final float QUALITY = 0.85f;

    private final Painting painting;
    private final boolean progressive;
    private final List<Bytes> extra = new ArrayList<>();

    JpegPicture(Painting painting, boolean progressive) {
        this.painting = painting;
        this.progressive = progressive;
    }

    /** Adds a segment after the JFIF header. */
    JpegPicture with(Bytes segment) {
        extra.add(segment);
        return this;
    }

    Bytes file() throws IOException {
        List<Bytes> parts = JpegSegments.split(encode());
        parts.addAll(JpegSegments.find(parts, JpegSegments.APP0) + 1, extra);
        return JpegSegments.join(parts);
    }

    /** With a second, smaller picture after the first, as phones write them (CIPA DC-007). */
    Bytes withSecond(Bytes second) throws IOException {
        int place = extra.size();
        extra.add(multiPicture(0, 0, second.length()));
        Bytes first = file();
        // Offsets count from the header inside the segment: after its marker, its length and "MPF\0".
        List<Bytes> parts = JpegSegments.split(first);
        int segment = JpegSegments.find(parts, JpegSegments.APP0) + 1 + place;
        int header = 8;
        for (Bytes part : parts.subList(0, segment)) {
            header += part.length();
        }
        parts.set(segment, multiPicture(first.length(), first.length() - header, second.length()));
        return Bytes.concat(JpegSegments.join(parts), second);
    }

    private static Bytes multiPicture(int firstLength, int secondOffset, int secondLength) {
        ByteBuffer mpf = ByteBuffer.allocate(90);
        mpf.put(new byte[] {'M', 'P', 'F', 0, 'M', 'M', 0, 42}).putInt(8).putShort((short) 3);
        mpf.putShort((short) 0xb000).putShort((short) 7).putInt(4).put(new byte[] {'0', '1', '0', '0'});
        mpf.putShort((short) 0xb001).putShort((short) 4).putInt(1).putInt(2);
        mpf.putShort((short) 0xb002).putShort((short) 7).putInt(32).putInt(50).putInt(0);
        mpf.putInt(0x20030000).putInt(firstLength).putInt(0).putInt(0);
        mpf.putInt(0).putInt(secondLength).putInt(secondOffset).putInt(0);
        return JpegSegments.segment(JpegSegments.APP2, Bytes.wrap(mpf.array()));
    }

    private Bytes encode() throws IOException {
        BufferedImage image = new BufferedImage(painting.width(), painting.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < painting.height(); y++) {
            for (int x = 0; x < painting.width(); x++) {
                image.setRGB(x, y, painting.rgb(x, y));
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return Bytes.wrap(file.toByteArray());
    }
}
