package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.facts.Marks;
import org.inkseal.io.ByteSource;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.DigitalSourceType.Maker;
import org.inkseal.report.Mark;

/**
 * What the metadata of a picture claim about its making, told as that: nobody signs metadata by themselves.
 *
 * @param marks the claims in the order of the file
 */
record UnsignedClaims(List<Mark> marks) {
    /** None, or not looked for. */
    static final UnsignedClaims NONE = new UnsignedClaims(List.of());

    private static final int MOST = 4;
    private static final String ANYBODY = ", unsigned, so anybody can have written that";
    private static final String NOT_STATED = ", which the signer does not state";

    /** The claims of a file; none if it cannot be read. */
    static UnsignedClaims of(Path file) {
        try (ByteSource source = ByteSource.open(file)) {
            return new UnsignedClaims(Marks.of(source));
        } catch (IOException e) {
            return NONE;
        }
    }

    /** Those of its XMP alone, which takes no library. */
    static UnsignedClaims inXmp(Path file) {
        try (ByteSource source = ByteSource.open(file)) {
            return new UnsignedClaims(Marks.inXmp(source));
        } catch (IOException e) {
            return NONE;
        }
    }

    /** What follows the sentence about a picture without a credential; empty, or begins with a semicolon. */
    String suffix(Verdict verdict) {
        return marks.isEmpty() || verdict != Verdict.NOTHING ? "" : "; its metadata claims: " + list() + ANYBODY;
    }

    /**
     * The line below the sentence about a picture with a credential. Where that can be relied on, only what contradicts it
     * is worth a line.
     */
    Optional<String> line(Judgement judgement) {
        boolean known = judgement.verdict() == Verdict.OK;
        boolean telling = known ? contradicts(judgement.report().origin()) : judgement.verdict() != Verdict.NOTHING;
        return marks.isEmpty() || !telling
                ? Optional.empty()
                : Optional.of("   " + (known ? "but " : "") + "its metadata claims: " + list()
                        + (known ? NOT_STATED : ANYBODY));
    }

    /** One claim in words, safe to print. */
    static String words(Mark mark) {
        String detail = mark.detail()
                .map(text -> " " + (mark.source() == Mark.Source.IPTC ? PlainText.of(text) : PlainText.quoted(text)))
                .orElse("");
        return mark.claim() + " (" + mark.source().word() + detail + ")";
    }

    /** The claims for programs. */
    List<Value> json() {
        List<Value> list = new ArrayList<>();
        for (Mark mark : marks) {
            list.add(Value.dict()
                    .put("source", mark.source().word())
                    .put("claim", mark.claim())
                    .put("detail", mark.detail().map(Value::of).orElse(Value.NULL))
                    .build());
        }
        return list;
    }

    /** Whether one of the claims names another maker than a signer does. */
    boolean contradicts(Optional<DigitalSourceType> origin) {
        Maker signed = origin.map(DigitalSourceType::maker).orElse(Maker.UNKNOWN);
        return marks.stream()
                .map(Mark::maker)
                .anyMatch(claimed -> claimed != Maker.UNKNOWN && signed != Maker.UNKNOWN && claimed != signed);
    }

    private String list() {
        List<String> some =
                marks.stream().map(UnsignedClaims::words).limit(MOST).toList();
        int more = marks.size() - some.size();
        return String.join(", ", some) + (more > 0 ? " and " + more + " more" : "");
    }
}
