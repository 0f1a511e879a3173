package org.inkseal.trust;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.inkseal.io.Bytes;

/**
 * A text with PEM blocks in it, taken apart (RFC 7468 §2): line ends of any kind, a byte order mark and text between the
 * blocks are allowed.
 *
 * @param blocks the blocks in order
 * @param rest the lines outside of them, trimmed, without empty ones
 */
record PemText(List<Block> blocks, List<String> rest) {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    /**
     * One block.
     *
     * @param label the words after BEGIN
     * @param hasHeaders whether there were lines such as {@code Proc-Type:}, as in old encrypted keys
     */
    record Block(String label, Bytes der, boolean hasHeaders) {
        boolean isCertificate() {
            return label.equals("CERTIFICATE");
        }

        boolean isPrivateKey() {
            return label.endsWith("PRIVATE KEY");
        }
    }

    PemText {
        blocks = List.copyOf(blocks);
        rest = List.copyOf(rest);
    }

    /**
     * Takes a text apart.
     *
     * @throws IllegalArgumentException if a block does not end or is not base64
     */
    static PemText read(String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Iterator<String> lines = plain.lines().map(String::strip).iterator();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(BEGIN) && line.endsWith(DASHES)) {
                String label =
                        line.substring(BEGIN.length(), Math.max(BEGIN.length(), line.length() - DASHES.length()));
                blocks.add(block(label, lines, blocks.size() + 1));
            } else if (!line.isEmpty()) {
                rest.add(line);
            }
        }
        return new PemText(blocks, rest);
    }

    private static Block block(String label, Iterator<String> lines, int number) {
        StringBuilder base64 = new StringBuilder();
        boolean headers = false;
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.equals(END + label + DASHES)) {
                return new Block(label, decode(base64, number), headers);
            }
            if (line.indexOf(':') >= 0) {
                headers = true;
            } else {
                base64.append(line);
            }
        }
        throw new IllegalArgumentException("PEM block " + number + " does not end as it begins");
    }

    private static Bytes decode(StringBuilder base64, int number) {
        try {
            return Bytes.wrap(Base64.getDecoder().decode(base64.toString()));
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message could show a part of a key.
            throw new IllegalArgumentException("PEM block " + number + " is not base64");
        }
    }
}
