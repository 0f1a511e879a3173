package org.inkseal.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * Boxes that a hash leaves out, or parts of them: those that meet every condition (C2PA 2.2 §18.6.2).
 *
 * @param path where the boxes are, from the file inwards; not empty
 * @param xpath the same as text
 * @param length how long a box is, with its header
 * @param data what stands in it
 * @param subset the parts that are left out, counted from the start of the box and in order; empty for the whole box. A
 *     part of length 0 goes on to the end of the box
 * @param version its version
 * @param flags its flags, three bytes
 * @param exact whether its flags are exactly these; otherwise it may have more
 */
public record BmffExclusion(
        List<Step> path,
        String xpath,
        OptionalLong length,
        List<Data> data,
        List<Range> subset,
        OptionalLong version,
        Optional<Bytes> flags,
        boolean exact) {
    private static final int FLAGS = 3;
    private static final int MOST_STEPS = 32;

    /**
     * A step of a path.
     *
     * @param type the four characters of a type
     * @param index which of the boxes of that type it is, from 1 on; empty for each
     */
    public record Step(String type, OptionalLong index) {}

    /** Bytes at a place of a box, counted from its start. */
    public record Data(long offset, Bytes value) {}

    /** Copies the lists. */
    public BmffExclusion {
        path = List.copyOf(path);
        data = List.copyOf(data);
        subset = List.copyOf(subset);
    }

    /** All boxes at a place, whatever is in them. */
    static BmffExclusion of(String xpath) throws MalformedException {
        return read(Value.dict().put("xpath", xpath).build());
    }

    static BmffExclusion read(Value map) throws MalformedException {
        String xpath = Fields.text(map, "xpath");
        List<Data> data = new ArrayList<>();
        for (Value item : Fields.entries(map, "data")) {
            Bytes value = Fields.optionalBytes(item, "value").orElseThrow(() -> Fields.wrong("value", "given"));
            data.add(new Data(Fields.count(item, "offset"), value));
        }
        Optional<Bytes> flags = Fields.optionalBytes(map, "flags");
        if (flags.isPresent() && flags.get().length() != FLAGS) {
            throw Fields.wrong("flags", "three bytes");
        }
        Optional<Value> exact = map.get("exact");
        if (exact.isPresent() && exact.get().asBool().isEmpty()) {
            throw Fields.wrong("exact", "true or false");
        }
        return new BmffExclusion(
                path(xpath),
                xpath,
                Fields.optionalCount(map, "length"),
                data,
                subset(map),
                Fields.optionalCount(map, "version"),
                flags,
                exact.flatMap(Value::asBool).orElse(true));
    }

    private static List<Range> subset(Value map) throws MalformedException {
        List<Range> subset = new ArrayList<>();
        long end = 0;
        for (Value item : Fields.entries(map, "subset")) {
            long offset = Fields.count(item, "offset");
            long length = Fields.count(item, "length");
            boolean open = !subset.isEmpty() && subset.get(subset.size() - 1).length() == 0;
            if (offset < end || open || length > Long.MAX_VALUE - offset) {
                throw new MalformedException(0, "field \"subset\" with ranges that overlap or are out of order");
            }
            subset.add(new Range(offset, length));
            end = offset + length;
        }
        return subset;
    }

    private static List<Step> path(String xpath) throws MalformedException {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < xpath.length()) {
            int end = xpath.indexOf('/', at + 1);
            end = end < 0 ? xpath.length() : end;
            if (xpath.charAt(at) != '/' || steps.size() == MOST_STEPS) {
                throw wrongPath();
            }
            steps.add(step(xpath.substring(at + 1, end)));
            at = end;
        }
        if (steps.isEmpty()) {
            throw wrongPath();
        }
        return steps;
    }

    /** Four characters, each standing for one byte, and a number in brackets if only one box is meant. */
    private static Step step(String text) throws MalformedException {
        boolean numbered = text.length() > 6 && text.charAt(4) == '[' && text.endsWith("]");
        if (text.length() != 4 && !numbered || text.chars().limit(4).anyMatch(letter -> letter > 0xff)) {
            throw wrongPath();
        }
        if (!numbered) {
            return new Step(text, OptionalLong.empty());
        }
        long index = 0;
        for (int i = 5; i < text.length() - 1; i++) {
            char digit = text.charAt(i);
            if (digit < (index == 0 ? '1' : '0') || digit > '9' || index > Integer.MAX_VALUE) {
                throw wrongPath();
            }
            index = index * 10 + digit - '0';
        }
        return new Step(text.substring(0, 4), OptionalLong.of(index));
    }

    private static MalformedException wrongPath() {
        return Fields.wrong("xpath", "a full path of box types such as /moov[1]/trak");
    }
}
