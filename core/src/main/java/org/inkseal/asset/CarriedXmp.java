package org.inkseal.asset;

import java.io.IOException;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.Range;
import org.inkseal.xmp.Xmp;

/**
 * The XMP packet that a file carries.
 *
 * @param packet the packet as it stands there, or inflated; nobody has looked into it
 * @param obstacle why there is one that cannot be had
 */
public record CarriedXmp(Optional<Bytes> packet, Optional<String> obstacle) {
    /** No packet. */
    public static final CarriedXmp NONE = new CarriedXmp(Optional.empty(), Optional.empty());

    static CarriedXmp of(Bytes packet) {
        return new CarriedXmp(Optional.of(packet), Optional.empty());
    }

    /** A packet that cannot be had. */
    static CarriedXmp unread(String obstacle) {
        return new CarriedXmp(Optional.empty(), Optional.of(obstacle));
    }

    /** The packet at a place of a file, unless it is larger than {@link Limit#XMP_BYTES}. */
    static CarriedXmp at(ByteSource source, Range range, Budget budget) throws IOException {
        try {
            budget.check(Limit.XMP_BYTES, range.length(), range.start());
        } catch (LimitExceededException e) {
            return unread("XMP packet: " + e.describe());
        }
        return of(source.read(range.start(), Math.toIntExact(range.length())));
    }

    /** What it says. */
    Xmp read(Budget budget) {
        return packet.map(bytes -> Xmp.read(bytes, budget))
                .orElseGet(() -> obstacle.map(Xmp::unread).orElse(Xmp.NONE));
    }
}
