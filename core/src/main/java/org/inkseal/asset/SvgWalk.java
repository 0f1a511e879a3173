package org.inkseal.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/** One walk over the marks of an SVG document, with the names of the open elements as its only memory. */
final class SvgWalk {
    private static final String ROOT = "svg";
    private static final String METADATA = "metadata";
    private static final Set<String> XMP = Set.of("x:xmpmeta", "rdf:RDF");
    private static final int MOST_DECLARATION = 256;

    private final Window window;
    private final Budget budget;
    private final XmlScan scan;
    private final SvgStores stores;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean ended;
    private long xmpStart = -1;
    private Optional<Range> xmp = Optional.empty();

    SvgWalk(ByteSource source, Budget budget, long from) {
        this.window = new Window(source);
        this.budget = budget;
        this.scan = new XmlScan(window, from);
        this.stores = new SvgStores(window, budget);
    }

    AssetMap map(SvgFormat format) throws IOException, MalformedException {
        for (XmlScan.Token token = scan.next(); token != XmlScan.Token.EOF; token = scan.next()) {
            take(token);
        }
        if (!ended) {
            throw new MalformedException(window.size(), "the document ends before its root does");
        }
        SvgPlace place = stores.place();
        List<Region> regions = stores.regions(window.size());
        return new AssetMap(format, window.size(), regions, stores.carriers(), stores.faults(), place.ordinal(), xmp);
    }

    private void take(XmlScan.Token token) throws IOException, MalformedException {
        Range range = scan.range();
        switch (token) {
            case START -> start(range);
            case EMPTY -> {
                start(range);
                stores.emptyTag(open.size());
                end(range);
            }
            case END -> {
                if (open.isEmpty() || !open.peek().equals(scan.name())) {
                    throw new MalformedException(range.start(), "end tag of " + scan.name() + ", which is not open");
                }
                end(range);
            }
            case INSTRUCTION -> instruction(range);
            case TEXT, CDATA -> text(token, range);
            case DOCTYPE -> requireStart(range);
            default -> {}
        }
        if (token != XmlScan.Token.START && token != XmlScan.Token.EMPTY && token != XmlScan.Token.END) {
            stores.content(token, range, open.size());
        }
    }

    private void start(Range tag) throws MalformedException {
        if (open.isEmpty() && (ended || !scan.name().equals(ROOT))) {
            throw new MalformedException(tag.start(), "element " + scan.name() + ": the only root is svg");
        }
        open.push(scan.name());
        budget.check(Limit.XML_DEPTH, open.size(), tag.start());
        stores.start(scan.name(), tag, open);
        if (xmp.isEmpty() && open.size() == 3 && XMP.contains(scan.name()) && isInMetadata()) {
            xmpStart = tag.start();
        }
    }

    private boolean isInMetadata() {
        return open.stream().skip(1).findFirst().filter(METADATA::equals).isPresent();
    }

    private void end(Range tag) throws IOException, MalformedException {
        stores.end(tag, open);
        if (open.size() == 3 && xmpStart >= 0) {
            xmp = Optional.of(Range.between(xmpStart, tag.end()));
            xmpStart = -1;
        }
        open.pop();
        ended = open.isEmpty();
    }

    private void text(XmlScan.Token token, Range text) throws IOException, MalformedException {
        if (open.isEmpty()) {
            for (long at = text.start(); at < text.end(); at++) {
                if (token == XmlScan.Token.CDATA || !XmlScan.isSpace(window.u8(at))) {
                    throw new MalformedException(at, "text outside of the root element");
                }
            }
        }
    }

    private void requireStart(Range mark) throws MalformedException {
        if (ended || !open.isEmpty()) {
            throw new MalformedException(mark.start(), "a document type after the root element began");
        }
    }

    /** A document may be in any encoding in which the marks of XML are the bytes of ASCII and nothing else is. */
    private void instruction(Range mark) throws IOException, MalformedException {
        String text = new String(
                        window.upTo(mark.start(), (int) Math.min(MOST_DECLARATION, mark.length()))
                                .toArray(),
                        StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        int at = text.startsWith("<?xml ") || text.startsWith("<?xml\n") ? text.indexOf("encoding") : -1;
        if (at < 0) {
            return;
        }
        String value = text.substring(at + "encoding".length()).replaceFirst("^\\s*=\\s*[\"']", "");
        if (!value.matches("(?s)(utf-?8|us-ascii|iso-8859-\\d+|windows-125\\d)[\"'].*")) {
            throw new MalformedException(
                    mark.start(), "an encoding other than UTF-8, ASCII, ISO 8859 and Windows 125x");
        }
    }
}
