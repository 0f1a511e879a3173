package org.inkseal.cli;

import java.util.Arrays;

/** A passphrase that is wiped as soon as it was used. It appears in no text. */
final class Passphrase implements AutoCloseable {
    private final char[] characters;

    /** Takes the characters over: they are wiped with this. */
    Passphrase(char[] characters) {
        this.characters = characters;
    }

    /** The characters themselves, not a copy. */
    char[] characters() {
        return characters;
    }

    boolean isEmpty() {
        return characters.length == 0;
    }

    boolean sameAs(Passphrase other) {
        return Arrays.equals(characters, other.characters);
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "a passphrase";
    }
}
