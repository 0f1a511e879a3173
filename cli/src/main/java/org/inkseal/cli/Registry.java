package org.inkseal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.AtomicOutput;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.Limits;
import org.inkseal.io.MalformedException;
import org.inkseal.io.OutputOptions;

/**
 * The list of the works that somebody signed, described in {@code docs/registry.md}. Entries are only ever added: those that
 * are there stay as they are, with all that they say. The file is replaced in one step at the end of a run. Any thread may
 * enter works.
 */
final class Registry {
    private static final int SCHEMA = 1;
    private static final String LIST = "works";
    private static final Set<String> KEYS = Set.of("inkseal", "schema", LIST);
    private static final int MOST_BYTES = (int) Limit.JSON_BYTES.cap();

    private final Path file;
    private final List<Value.Dict> works = new ArrayList<>();

    private Registry(Path file) {
        this.file = file;
    }

    /**
     * Opens a list that is there, or begins one.
     *
     * @param toWrite whether to find out now if it can be written
     * @throws IOException if it is something else, or cannot be read or written
     */
    static Registry open(Path file, boolean toWrite) throws IOException {
        Registry registry = new Registry(file);
        registry.present();
        Path folder = file.toAbsolutePath().getParent();
        if (toWrite) {
            registry.output().close();
        }
        if (toWrite && folder != null) {
            AtomicOutput.sweep(folder);
        }
        return registry;
    }

    synchronized void enter(RegisteredWork work) {
        // A report about each of very many pictures would not fit into memory.
        works.add(work.json());
    }

    /**
     * Writes the list with all that was entered, in the order of names, but for what it has already.
     *
     * @return what to tell
     * @throws IOException if that fails; the file is as it was then
     */
    synchronized String save() throws IOException {
        works.sort(Comparator.comparing(work -> text(work, "name")));
        List<Value.Dict> added = works;
        if (!works.isEmpty()) {
            try (AtomicOutput out = output()) {
                List<Value.Dict> present = present();
                added = without(present);
                out.write(document(present, added));
                out.commit(true);
            } catch (IOException e) {
                throw new IOException(
                        file + ": " + Trouble.of(e).about(file.toString())
                                + "; the pictures are signed, and not entered here (--resume enters them)",
                        e);
            }
        }
        long codeless =
                added.stream().filter(work -> text(work, "iscc").isEmpty()).count();
        String without = codeless == 0 ? "" : ", " + codeless + " without an ISCC code";
        return file + ": " + added.size() + (added.size() == 1 ? " work" : " works") + " entered" + without;
    }

    private AtomicOutput output() throws IOException {
        return AtomicOutput.create(file, OutputOptions.standard().replacing());
    }

    /** The works that the list does not have yet. */
    private List<Value.Dict> without(List<Value.Dict> present) {
        Set<String> known = new HashSet<>();
        present.forEach(work -> known.add(text(work, "manifest")));
        return works.stream().filter(work -> known.add(text(work, "manifest"))).toList();
    }

    /** A text of a work; empty where there is none. */
    private static String text(Value.Dict work, String key) {
        return work.get(key).flatMap(Value::asText).orElse("");
    }

    private static Bytes document(List<Value.Dict> present, List<Value.Dict> added) throws IOException {
        StringWriter text = new StringWriter();
        JsonDocument document = new JsonDocument(new PrintWriter(text), SCHEMA, LIST);
        present.forEach(document::add);
        added.forEach(document::add);
        document.end();
        Bytes bytes = Bytes.utf8(text.toString());
        if (bytes.length() > MOST_BYTES) {
            throw new IOException("it would have more than " + (MOST_BYTES >> 20) + " MiB: begin another one");
        }
        return bytes;
    }

    /** The entries that are there; none if there is no file. */
    private List<Value.Dict> present() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        Value document;
        try (InputStream in = Files.newInputStream(file)) {
            Limits limits = Limits.standard().with(Limit.JSON_BYTES, MOST_BYTES);
            document = JsonReader.read(Bytes.wrap(in.readNBytes(MOST_BYTES + 1)), new Budget(limits));
        } catch (MalformedException e) {
            throw stranger(e.describe());
        }
        Value.Dict head = document.asDict().orElseThrow(() -> stranger("no JSON object"));
        Optional<Value> other = head.entries().keySet().stream()
                .filter(key -> !KEYS.contains(key.asText().orElse("")))
                .findFirst();
        if (other.isPresent()) {
            throw stranger("it has the key \"" + other.get().asText().orElse("") + "\"");
        }
        if (!head.get("schema").equals(Optional.of(Value.of(SCHEMA)))) {
            throw stranger("its schema is not " + SCHEMA);
        }
        List<Value.Dict> entries = new ArrayList<>();
        for (Value entry : head.get(LIST).flatMap(Value::asArray).orElseThrow(() -> stranger("no list of works"))) {
            entries.add(entry.asDict().orElseThrow(() -> stranger("a work is no JSON object")));
        }
        return entries;
    }

    private IOException stranger(String why) {
        return new IOException(file + ": not a list of works that can be extended: " + why);
    }
}
