package org.inkseal.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the trust folder holds: one line for each list and each known signer, between a first and a last line that show
 * that it is whole.
 *
 * @param lists the lists that count
 * @param before what was there before the last change of each list; kept, but trusted no more
 * @param known the signers whom the user knows
 */
record TrustIndex(List<TrustList> lists, List<TrustList> before, List<KnownSigner> known) {
    static final TrustIndex EMPTY = new TrustIndex(List.of(), List.of(), List.of());

    private static final String FIRST = "inkseal trust 1";
    private static final String LAST = "end";
    private static final String TAB = "\t";
    private static final String LIST = "list";
    private static final String BEFORE = "before";
    private static final String KNOWN = "known";

    TrustIndex {
        lists = List.copyOf(lists);
        before = List.copyOf(before);
        known = List.copyOf(known);
    }

    /** This index with a list, in place of its older state, which is kept. */
    TrustIndex with(TrustList list) {
        List<TrustList> now = new ArrayList<>();
        List<TrustList> old = new ArrayList<>(before);
        for (TrustList present : lists) {
            if (!present.sameListAs(list)) {
                now.add(present);
            } else if (!present.sha256().equals(list.sha256())) {
                old.removeIf(list::sameListAs);
                old.add(present);
            }
        }
        now.add(list);
        return new TrustIndex(now, old, known);
    }

    /** This index with one more known signer. */
    TrustIndex with(KnownSigner signer) {
        List<KnownSigner> more = new ArrayList<>(known);
        more.removeIf(present -> present.keySha256().equals(signer.keySha256()));
        more.add(signer);
        return new TrustIndex(lists, before, more);
    }

    /** This index without the lists and signers of a name. */
    TrustIndex without(String name) {
        Predicate<TrustList> other = list -> !list.name().equals(name);
        return new TrustIndex(
                lists.stream().filter(other).toList(),
                before.stream().filter(other).toList(),
                known.stream().filter(signer -> !signer.name().equals(name)).toList());
    }

    /** The lines of the file. */
    String text() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        lists.forEach(list -> text.append(line(LIST, list)));
        before.forEach(list -> text.append(line(BEFORE, list)));
        for (KnownSigner signer : known) {
            text.append(String.join(
                            TAB,
                            KNOWN,
                            signer.name(),
                            signer.keySha256(),
                            signer.certificateName(),
                            signer.since().toString()))
                    .append('\n');
        }
        return text.append(LAST).append('\n').toString();
    }

    private static String line(String word, TrustList list) {
        return String.join(
                        TAB,
                        word,
                        list.role().key(),
                        list.name(),
                        list.sha256(),
                        Integer.toString(list.count()),
                        list.installed().toString(),
                        list.source())
                + '\n';
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException if it is not whole, or a line is not as {@link #text} writes it; the message says
     *     which
     */
    static TrustIndex read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2 || !lines.get(0).equals(FIRST)) {
            throw new IllegalArgumentException("its index does not begin with \"" + FIRST + "\"");
        }
        if (!lines.get(lines.size() - 1).equals(LAST) || !text.endsWith("\n")) {
            throw new IllegalArgumentException("its index does not end with \"" + LAST + "\", so a part is missing");
        }
        List<TrustList> lists = new ArrayList<>();
        List<TrustList> before = new ArrayList<>();
        List<KnownSigner> known = new ArrayList<>();
        for (int i = 1; i < lines.size() - 1; i++) {
            String[] fields = lines.get(i).split(TAB, -1);
            try {
                switch (fields[0] + fields.length) {
                    case LIST + 7 -> lists.add(list(fields));
                    case BEFORE + 7 -> before.add(list(fields));
                    case KNOWN + 5 ->
                        known.add(new KnownSigner(fields[1], digest(fields[2]), fields[3], Instant.parse(fields[4])));
                    default -> throw new IllegalArgumentException("neither a list nor a signer");
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException("line " + (i + 1) + " of its index is damaged: " + e.getMessage());
            }
        }
        return new TrustIndex(lists, before, known);
    }

    private static TrustList list(String... fields) {
        return new TrustList(
                role(fields[1]),
                fields[2],
                digest(fields[3]),
                Integer.parseInt(fields[4]),
                Instant.parse(fields[5]),
                fields[6]);
    }

    private static TrustRole role(String key) {
        for (TrustRole role : TrustRole.values()) {
            if (role.key().equals(key)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no role of that name");
    }

    private static String digest(String text) {
        boolean digits = text.length() == 64;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits &= c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        }
        if (!digits) {
            throw new IllegalArgumentException("no SHA-256 digest");
        }
        return text;
    }
}
