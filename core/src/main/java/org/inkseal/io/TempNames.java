package org.inkseal.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;

/**
 * Names for what stands beside a file while it is written: {@code .NAME.inkseal-<pid>-<16 hex digits>.tmp} and
 * {@code .NAME.inkseal.lock}. They start with a dot, name their owner, and fit into 255 bytes.
 */
final class TempNames {
    private static final String MARK = ".inkseal-";
    private static final String END = ".tmp";
    private static final String LOCK = ".inkseal.lock";
    private static final int RANDOM_DIGITS = 16;
    private static final int MOST_BYTES = 255;

    private TempNames() {}

    /** A new name for a temporary file of this process beside a file. */
    static Path temporary(Path file) {
        long random = ThreadLocalRandom.current().nextLong();
        String digits = Long.toHexString(random);
        String rest =
                MARK + ProcessHandle.current().pid() + "-" + "0".repeat(RANDOM_DIGITS - digits.length()) + digits + END;
        return file.resolveSibling("." + shortened(file, rest.length() + 1) + rest);
    }

    /** The name of the lock of a file. */
    static Path lock(Path file) {
        return file.resolveSibling("." + shortened(file, LOCK.length() + 1) + LOCK);
    }

    static boolean isLock(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(LOCK);
    }

    /** The process that made a temporary file; empty if the name is not one of ours. */
    static OptionalLong owner(Path file) {
        String name = file.getFileName().toString();
        int mark = name.lastIndexOf(MARK);
        int end = name.length() - END.length();
        int dash = end - RANDOM_DIGITS - 1;
        int pid = mark + MARK.length();
        boolean ours = name.startsWith(".") && name.endsWith(END) && mark > 0 && pid < dash && name.charAt(dash) == '-';
        return ours ? number(name.substring(pid, dash)) : OptionalLong.empty();
    }

    /** A process number in decimal; empty for any other text. */
    static OptionalLong number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** The name of a file, cut where it and {@code more} bytes would be too long, and then with a checksum of the whole. */
    private static String shortened(Path file, int more) {
        String name = file.getFileName().toString();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length + more <= MOST_BYTES) {
            return name;
        }
        CRC32 crc = new CRC32();
        crc.update(bytes);
        String sum = "~" + Long.toHexString(crc.getValue());
        int characters = name.length();
        while (utf8Length(name.substring(0, characters)) + sum.length() + more > MOST_BYTES) {
            characters = name.offsetByCodePoints(characters, -1);
        }
        return name.substring(0, characters) + sum;
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
