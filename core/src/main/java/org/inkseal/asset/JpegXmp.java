package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;

/** Puts an XMP packet into the APP1 segment of a JPEG file (XMP Part 3 §1.1.3). */
final class JpegXmp {
    private static final int HEADER = 4 + JpegWalk.XMP_SIGNATURE.length();
    private static final int MOST_PACKET = 0xffff + 2 - HEADER;
    private static final byte[] MULTI_PICTURE = {'M', 'P', 'F', 0};

    private JpegXmp() {}

    /** The file, which has no store, with a packet in place of the one that it has, or else at a place. */
    static Layout with(ByteSource source, AssetMap map, Bytes packet, long place) throws IOException {
        if (packet.length() > MOST_PACKET) {
            throw new IllegalArgumentException(
                    "an XMP packet of " + packet.length() + " bytes in JPEG: allowed are " + MOST_PACKET);
        }
        requireNoOffsets(source, map, packet.length());
        Range old = map.xmp()
                .map(xmp -> Range.between(xmp.start() - HEADER, xmp.end()))
                .orElse(new Range(place, 0));
        return Edit.of(map.size(), new Edit(old, segment(packet)));
    }

    /** A segment that tells how far it is to other pictures of the file must not stand before one that grows (CIPA DC-007). */
    private static void requireNoOffsets(ByteSource source, AssetMap map, int length) throws IOException {
        if (map.xmp().isEmpty() || map.xmp().get().length() == length) {
            return;
        }
        for (Region region : map.regions()) {
            Range range = region.range();
            boolean before =
                    range.end() <= map.xmp().get().start() && region.name().equals("APP2");
            if (before
                    && range.length() > 8
                    && source.read(range.start() + 4, 4).startsWith(0, MULTI_PICTURE)) {
                throw new IllegalArgumentException(
                        "the XMP packet cannot grow: offsets to other pictures in this JPEG file would no longer be right");
            }
        }
    }

    private static Bytes segment(Bytes packet) {
        ByteBuffer head = ByteBuffer.allocate(4);
        head.putShort((short) (0xff00 | JpegMarker.APP1)).putShort((short) (packet.length() + HEADER - 2));
        return Bytes.concat(Bytes.wrap(head.array()), JpegWalk.XMP_SIGNATURE, packet);
    }
}
