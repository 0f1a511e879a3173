package org.inkseal.cli;

import java.io.PrintWriter;
import org.inkseal.Version;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;

/** The JSON answer of a command, written while its files are handled: a head, one line for each file, an end. */
final class JsonDocument {
    private static final int SCHEMA = 2;

    private final PrintWriter out;
    private boolean empty = true;

    JsonDocument(PrintWriter out) {
        this.out = out;
        String version = JsonWriter.write(Value.of(Version.current()), false);
        out.print("{\"inkseal\":" + version + ",\"schema\":" + SCHEMA + ",\"files\":[");
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
