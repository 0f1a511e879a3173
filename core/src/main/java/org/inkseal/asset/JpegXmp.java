package org.inkseal.asset;

import java.nio.ByteBuffer;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;

/** Puts an XMP packet into the APP1 segment of a JPEG file (XMP Part 3 §1.1.3). */
final class JpegXmp {
    private static final int HEADER = 4 + JpegWalk.XMP_SIGNATURE.length();
    private static final int MOST_PACKET = 0xffff + 2 - HEADER;

    private JpegXmp() {}

    /** The file, which has no store, with a packet in place of the one that it has, or else at a place. */
    static Layout with(AssetMap map, Bytes packet, long place) throws ImmovableException {
        if (packet.length() > MOST_PACKET) {
            throw new IllegalArgumentException(
                    "an XMP packet of " + packet.length() + " bytes in JPEG: allowed are " + MOST_PACKET);
        }
        Range old = map.xmp()
                .map(xmp -> Range.between(xmp.start() - HEADER, xmp.end()))
                .orElse(new Range(place, 0));
        return Renumbering.of(Edit.of(map.size(), new Edit(old, segment(packet))), map.offsets());
    }

    private static Bytes segment(Bytes packet) {
        ByteBuffer head = ByteBuffer.allocate(4);
        head.putShort((short) (0xff00 | JpegMarker.APP1)).putShort((short) (packet.length() + HEADER - 2));
        return Bytes.concat(Bytes.wrap(head.array()), JpegWalk.XMP_SIGNATURE, packet);
    }
}
