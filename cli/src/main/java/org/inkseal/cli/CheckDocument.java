package org.inkseal.cli;

import java.io.PrintWriter;

/** The answer in our own schema; {@code docs/check-json.md} describes it. */
final class CheckDocument implements CheckAnswer {
    private final JsonDocument document;

    CheckDocument(PrintWriter out) {
        this.document = new JsonDocument(out);
    }

    @Override
    public void add(Item item, Judgement judgement, UnsignedClaims claims) {
        document.add(CheckJson.of(item.name(), judgement, claims));
    }

    @Override
    public void add(Item item, Trouble trouble) {
        document.add(CheckJson.of(item.name(), trouble));
    }

    @Override
    public void end() {
        document.end();
    }
}
