package org.inkseal.jumbf;

import java.util.Optional;
import java.util.OptionalLong;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;

/** Reads the fields of a description box in their fixed order: type, toggles, label, ID, SHA-256, private box. */
final class DescriptionReader {
    private static final int UUID_LENGTH = 16;
    private static final int HASH_LENGTH = 32;

    private final Bytes store;
    private final int end;
    private int at;

    private DescriptionReader(Bytes store, BoxHeader box) {
        this.store = store;
        this.at = box.body();
        this.end = box.end();
    }

    static Description read(Bytes store, BoxHeader box, Budget budget) throws MalformedException {
        return new DescriptionReader(store, box).read(budget);
    }

    private Description read(Budget budget) throws MalformedException {
        ContentType type = new ContentType(take(UUID_LENGTH, "type"));
        int toggles = take(1, "toggles").unsigned(0);
        if ((toggles & Description.UNKNOWN) != 0) {
            throw new MalformedException(
                    at - 1L, "JUMBF toggles are 0x" + Integer.toHexString(toggles) + ": allowed are 0 to 0x1f");
        }
        Optional<String> label = (toggles & Description.LABEL) != 0 ? Optional.of(label(budget)) : Optional.empty();
        OptionalLong id = (toggles & Description.ID) != 0
                ? OptionalLong.of(take(Integer.BYTES, "ID").buffer().getInt() & 0xffffffffL)
                : OptionalLong.empty();
        Optional<Bytes> sha256 =
                (toggles & Description.SHA256) != 0 ? Optional.of(take(HASH_LENGTH, "hash")) : Optional.empty();
        Optional<Bytes> salt = (toggles & Description.PRIVATE) != 0 ? salt() : Optional.empty();
        if (at != end) {
            throw new MalformedException(at, "JUMBF description has " + (end - at) + " bytes after its last field");
        }
        return new Description(type, toggles, label, id, sha256, salt);
    }

    private Bytes take(int length, String field) throws MalformedException {
        if (end - at < length) {
            throw new MalformedException(at, "JUMBF description ends before the end of its " + field);
        }
        at += length;
        return store.slice(at - length, at);
    }

    private String label(Budget budget) throws MalformedException {
        int start = at;
        while (take(1, "label").at(0) != 0) {
            budget.check(Limit.LABEL_BYTES, at - start, start);
        }
        String label = store.slice(start, at - 1)
                .text()
                .orElseThrow(() -> new MalformedException(start, "JUMBF label is not valid UTF-8"));
        if (!Label.isAllowed(label)) {
            throw new MalformedException(start, "JUMBF label has a control character or one of / ; ? #");
        }
        return label;
    }

    /** The salt, if the private box is one; C2PA knows no other private box and tells nothing about it. */
    private Optional<Bytes> salt() throws MalformedException {
        BoxHeader box = BoxHeader.at(store, at, end, false);
        at = box.end();
        if (!box.type().equals(Description.SALT_TYPE)) {
            return Optional.empty();
        }
        Bytes salt = box.content(store).content();
        if (!Description.isSalt(salt)) {
            throw new MalformedException(box.start(), "salt has " + salt.length() + " bytes: allowed are 16 and 32");
        }
        return Optional.of(salt);
    }
}
