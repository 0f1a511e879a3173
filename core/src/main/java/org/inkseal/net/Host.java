package org.inkseal.net;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

/**
 * The name of a machine in an address, in the one form in which each can be written: a dotted name of letters, digits
 * and hyphens, four decimal numbers, or an IPv6 address in brackets. Forms that only some programs understand, such as
 * {@code 0x7f.1}, {@code 2130706433} or a dot at the end, name no host here.
 *
 * @param text the host in lower case, without brackets
 * @param literal the address, if the host is one
 */
record Host(String text, Optional<InetAddress> literal) {
    private static final int MOST_CHARACTERS = 253;
    private static final int MOST_OF_LABEL = 63;

    /** Last labels that name machines nearby, or nothing at all (RFC 6761, RFC 6762, RFC 7686, RFC 8375, ICANN). */
    private static final Set<String> NEARBY =
            Set.of("localhost", "local", "internal", "localdomain", "lan", "home", "corp", "intranet", "arpa", "onion");

    /**
     * Reads a host.
     *
     * @param host as in a URI, IPv6 addresses in brackets
     * @throws IOException if it is of another form; the message does not repeat it
     */
    static Host parse(String host) throws IOException {
        String lower = lower(host);
        if (lower.startsWith("[")) {
            return ipv6(lower);
        }
        Optional<byte[]> numbers = numbers(lower);
        if (numbers.isPresent()) {
            return new Host(lower, Optional.of(InetAddress.getByAddress(numbers.get())));
        }
        if (!isName(lower)) {
            throw new IOException("the address names no host in a usual form");
        }
        return new Host(lower, Optional.empty());
    }

    /** Whether it is a name that no public name server answers for. */
    boolean isNearby() {
        return literal.isEmpty()
                && (text.indexOf('.') < 0 || NEARBY.contains(text.substring(text.lastIndexOf('.') + 1)));
    }

    /** As it is written in a URI and in the {@code Host} header. */
    String written() {
        return text.indexOf(':') >= 0 ? "[" + text + "]" : text;
    }

    private static Host ipv6(String host) throws IOException {
        String inner = host.endsWith("]") ? host.substring(1, host.length() - 1) : "";
        boolean characters = inner.length() <= 39;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            characters &= c == ':' || c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        }
        // Without a colon this could be a name, which would be looked up.
        if (!characters || inner.indexOf(':') < 0) {
            throw new IOException("the address names no host in a usual form");
        }
        if (InetAddress.getByName(host) instanceof Inet6Address address) {
            return new Host(inner, Optional.of(address));
        }
        throw new IOException("the address is an IPv4 address dressed up as another");
    }

    /** Four numbers from 0 to 255 without leading zeros. */
    private static Optional<byte[]> numbers(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        byte[] address = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            boolean decimal = !part.isEmpty() && part.length() <= 3 && allDigits(part);
            if (!decimal || part.length() > 1 && part.charAt(0) == '0' || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            address[i] = (byte) Integer.parseInt(part);
        }
        return Optional.of(address);
    }

    private static boolean isName(String host) {
        if (host.isEmpty() || host.length() > MOST_CHARACTERS) {
            return false;
        }
        String last = "";
        for (String label : host.split("\\.", -1)) {
            if (!isLabel(label)) {
                return false;
            }
            last = label;
        }
        // Some resolvers read numbers, decimal or not, as addresses.
        return last.charAt(0) < '0' || last.charAt(0) > '9';
    }

    private static boolean isLabel(String label) {
        if (label.isEmpty() || label.length() > MOST_OF_LABEL || label.startsWith("-") || label.endsWith("-")) {
            return false;
        }
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return true;
    }

    private static boolean allDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Lower case of ASCII letters only: others stay as they are, and are refused. */
    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return lower.toString();
    }
}
