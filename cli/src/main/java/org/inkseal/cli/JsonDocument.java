package org.inkseal.cli;

import java.io.PrintWriter;
import org.inkseal.Version;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;

/** A JSON document about files, written while they are handled: a head, one line for each file, an end. */
final class JsonDocument {
    private static final int SCHEMA = 2;

    private final PrintWriter out;
    private boolean empty = true;

    /** The answer of a command. */
    JsonDocument(PrintWriter out) {
        this(out, SCHEMA, "files");
    }

    /**
     * A document of another kind.
     *
     * @param schema the version of what its lines hold
     * @param list the key under which they stand
     */
    JsonDocument(PrintWriter out, int schema, String list) {
        this.out = out;
        String version = JsonWriter.write(Value.of(Version.current()), false);
        out.print("{\"inkseal\":" + version + ",\"schema\":" + schema + ",\"" + list + "\":[");
    }

    void add(Value.Dict file) {
        out.print(empty ? "\n" : ",\n");
        out.print(PlainText.json(JsonWriter.write(file, false)));
        empty = false;
    }

    void end() {
        out.println("\n]}");
    }
}
