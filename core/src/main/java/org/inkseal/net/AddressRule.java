package org.inkseal.net;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Which addresses lead to the public internet: all but those that the IANA registries of special-purpose addresses
 * (RFC 6890) set aside. Of IPv6 only the global unicast block 2000::/3 counts as public, so that whatever is assigned
 * later, and every form that carries an IPv4 address, is refused until somebody has thought about it.
 */
final class AddressRule {
    private static final Block[] IPV4 = {
        new Block("unspecified", 8, 0),
        new Block("private", 8, 10),
        new Block("shared by a carrier", 10, 100, 64),
        new Block("loopback", 8, 127),
        new Block("link-local", 16, 169, 254),
        new Block("private", 12, 172, 16),
        new Block("for protocols", 24, 192, 0, 0),
        new Block("for documentation", 24, 192, 0, 2),
        new Block("for name servers", 24, 192, 31, 196),
        new Block("for multicast tunnels", 24, 192, 52, 193),
        new Block("a 6to4 relay", 24, 192, 88, 99),
        new Block("private", 16, 192, 168),
        new Block("for name servers", 24, 192, 175, 48),
        new Block("for benchmarks", 15, 198, 18),
        new Block("for documentation", 24, 198, 51, 100),
        new Block("for documentation", 24, 203, 0, 113),
        new Block("multicast", 4, 224),
        new Block("reserved or broadcast", 4, 240)
    };

    private static final Block GLOBAL = new Block("global", 3, 0x20);

    private static final Block[] IPV6 = {
        new Block("for protocols or Teredo", 23, 0x20, 0x01, 0x00),
        new Block("for documentation", 32, 0x20, 0x01, 0x0d, 0xb8),
        new Block("6to4", 16, 0x20, 0x02),
        new Block("for name servers", 48, 0x26, 0x20, 0x00, 0x4f, 0x80, 0x00),
        new Block("for documentation", 20, 0x3f, 0xff, 0x00)
    };

    private AddressRule() {}

    /** Why an address is not public, in words that follow "is"; nothing for a public one. */
    static Optional<String> refusal(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return firstOf(IPV4, bytes);
        }
        if (!GLOBAL.holds(bytes)) {
            return Optional.of("not a global IPv6 address");
        }
        return firstOf(IPV6, bytes);
    }

    private static Optional<String> firstOf(Block[] blocks, byte[] address) {
        for (Block block : blocks) {
            if (block.holds(address)) {
                return Optional.of(block.use);
            }
        }
        return Optional.empty();
    }

    /** All addresses that begin with some bits. */
    private static final class Block {
        private final String use;
        private final int bits;
        private final int[] start;

        Block(String use, int bits, int... start) {
            this.use = use;
            this.bits = bits;
            this.start = start;
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit += Byte.SIZE) {
                int left = Math.min(bits - bit, Byte.SIZE);
                int mask = (0xff << (Byte.SIZE - left)) & 0xff;
                int index = bit / Byte.SIZE;
                int wanted = index < start.length ? start[index] : 0;
                if ((address[index] & mask) != (wanted & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
