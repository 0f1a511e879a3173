package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;

/**
 * Writes the embedded files of a store into a folder. Nothing of the store becomes part of a file name: names are made
 * here, and the index tells what is what. Existing files and symbolic links are never written to.
 */
final class Resources {
    private static final String INDEX = "index.json";

    private Resources() {}

    /**
     * Writes them, and the index last.
     *
     * @param folder made if it is not there
     * @return how many there are beside the index
     * @throws IOException if one of the names is taken, or something cannot be written; what was written before stays
     */
    static int extract(Report report, Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder);
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(folder.toString());
        }
        List<Value> index = new ArrayList<>();
        int manifest = 0;
        for (ManifestSummary summary : report.manifests()) {
            manifest++;
            int number = 0;
            for (AssertionSummary assertion : summary.assertions()) {
                number++;
                if (assertion.file().isPresent()) {
                    Bytes content = assertion.file().get();
                    String name = String.format(Locale.ROOT, "m%03d-a%03d.%s", manifest, number, FileKind.of(content));
                    write(folder.resolve(name), content);
                    index.add(Value.dict()
                            .put("file", name)
                            .put("manifest", summary.label())
                            .put("assertion", assertion.label())
                            .put("uri", assertion.uri())
                            .put("claimedType", assertion.mediaType().orElse(""))
                            .put("bytes", content.length())
                            .build());
                }
            }
        }
        String json = PlainText.json(JsonWriter.write(Value.of(index), true));
        write(folder.resolve(INDEX), Bytes.utf8(json + "\n"));
        return index.size();
    }

    /** CREATE_NEW makes a file or fails; it follows no link. */
    private static void write(Path file, Bytes content) throws IOException {
        try {
            Files.write(file, content.toArray(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new FileSystemException(file.toString(), null, "exists already; choose an empty folder");
        }
    }
}
