package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.AtomicOutput;
import org.inkseal.io.Bytes;
import org.inkseal.io.OutputOptions;

/**
 * The folder with the lists that the user installed and the signers whom the user knows. An index names every file by
 * its digest, and is replaced in one step: a folder is in its old state or in its new one. Whatever does not fit
 * together is an error, and trusts nobody.
 */
final class TrustFolder {
    private static final String ENDING = ".pem";

    private final Path folder;

    TrustFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder itself, for messages. */
    Path path() {
        return folder;
    }

    /**
     * What is installed; nothing if there is no folder.
     *
     * @throws IOException if the index is missing, damaged or cannot be read
     */
    TrustIndex index() throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return TrustIndex.EMPTY;
        }
        if (!Files.exists(indexFile())) {
            throw damaged("its index is missing");
        }
        try {
            return TrustIndex.read(TextFile.read(indexFile()));
        } catch (IllegalArgumentException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The text of a list.
     *
     * @throws IOException if it cannot be read, or is not the one that was installed
     */
    String text(TrustList list) throws IOException {
        Path file = file(list.sha256());
        if (!Files.exists(file)) {
            throw damaged("the file of \"" + list.name() + "\" is missing");
        }
        String text = TextFile.read(file);
        if (!digest(text).equals(list.sha256())) {
            throw damaged("the file of \"" + list.name() + "\" is not the one that was installed");
        }
        return text;
    }

    /** What to make of an index. */
    interface Change {
        TrustIndex of(TrustIndex present) throws IOException, UsageException;
    }

    /**
     * Changes what is installed, in one step.
     *
     * @param texts the texts of new lists by their digests
     * @throws IOException if the folder is damaged, in use by another run, or cannot be written; it is as it was then
     */
    void change(Map<String, String> texts, Change change) throws IOException, UsageException {
        TrustIndex present = index();
        Files.createDirectories(folder);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            write(file(text.getKey()), text.getValue());
        }
        // The lock comes first: what others change from here on is noticed.
        try (AtomicOutput out =
                AtomicOutput.create(indexFile(), OutputOptions.standard().replacing())) {
            TrustIndex next = change.of(Files.exists(indexFile()) ? index() : present);
            out.write(Bytes.utf8(next.text()));
            out.commit(true);
            sweep(next);
        }
    }

    /** SHA-256 of a text in hexadecimal digits. */
    static String digest(String text) {
        return HashAlgorithm.SHA256.hash(Bytes.utf8(text)).hex();
    }

    private static void write(Path file, String text) throws IOException {
        try (AtomicOutput out =
                AtomicOutput.create(file, OutputOptions.standard().replacing())) {
            out.write(Bytes.utf8(text));
            out.commit(true);
        }
    }

    /** Removes the files that no line names any more. */
    private void sweep(TrustIndex index) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            boolean named = Stream.concat(index.lists().stream(), index.before().stream())
                    .anyMatch(list -> name.equals(list.sha256() + ENDING));
            if (name.length() == 64 + ENDING.length() && name.endsWith(ENDING) && !named) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path indexFile() {
        return folder.resolve("index");
    }

    private Path file(String sha256) {
        return folder.resolve(sha256 + ENDING);
    }

    private IOException damaged(String why) {
        return new IOException(folder + ": the trust folder is damaged: " + why
                + "; move it away, then 'inkseal trust update' and 'trust add' fill it again");
    }
}
