package org.inkseal.cli;

import java.io.PrintWriter;
import org.inkseal.Credentials;

/**
 * The answer as Content Credential JSON (C2PA 2.4 crJSON). The schema knows one picture, so several make an array. A file
 * that could not be checked has no report and is left out; the error is told on standard error as always.
 */
final class CrJsonDocument implements CheckAnswer {
    private final PrintWriter out;
    private final boolean single;
    private boolean empty = true;

    CrJsonDocument(PrintWriter out, boolean single) {
        this.out = out;
        this.single = single;
    }

    @Override
    public void add(Item item, Judgement judgement, UnsignedClaims claims) {
        if (!single) {
            out.print(empty ? "[\n" : ",\n");
        }
        out.print(PlainText.json(Credentials.crJson(judgement.report())));
        empty = false;
    }

    @Override
    public void add(Item item, Trouble trouble) {
        // The schema has no words for it.
    }

    @Override
    public void end() {
        if (single) {
            out.print(empty ? "" : "\n");
        } else {
            out.print(empty ? "[]\n" : "\n]\n");
        }
    }
}
