package org.inkseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.inkseal.Version;
import org.inkseal.cli.html.Html;
import org.inkseal.cli.html.Page;
import org.inkseal.cli.html.Tag;
import org.inkseal.io.AtomicOutput;
import org.inkseal.io.OutputOptions;

/**
 * The answer of {@code check} as a page. Pictures are written as they come, so that their number costs no memory but one row
 * of the table at the end; the file appears when it is whole.
 */
final class HtmlReport implements Closeable {
    private static final String TABLE = "all";
    private static final long ROOM_FOR_THUMBNAILS = 32L << 20;

    private final AtomicOutput output;
    private final Writer out;
    private final Page page;
    private final Thumbnails thumbnails = new Thumbnails(ROOM_FOR_THUMBNAILS);
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, String verdict) {
        String id(int number) {
            return "picture-" + number;
        }
    }

    private HtmlReport(AtomicOutput output) throws IOException {
        this.output = output;
        this.out = new BufferedWriter(Channels.newWriter(output.channel(), UTF_8));
        this.page = Page.begin(out, piece().text("Pictures checked by inkseal"));
        page.add(piece().open(Tag.HEADER, "top")
                .element(Tag.H1, "Content Credentials, checked by inkseal")
                .close());
    }

    /** Begins a page. */
    static HtmlReport begin(Path file, OutputOptions options) throws IOException {
        AtomicOutput output = AtomicOutput.create(file, options);
        try {
            return new HtmlReport(output);
        } catch (IOException | RuntimeException e) {
            output.close();
            throw e;
        }
    }

    /** An empty piece of a page. */
    static Html piece() {
        return new Html(PlainText::line);
    }

    /**
     * Adds a picture.
     *
     * @throws UncheckedIOException if the page cannot be written
     */
    void add(Item item, Judgement judgement, UnsignedClaims claims) {
        Html html = begin(item, judgement.verdict().name());
        new HtmlPicture(html, judgement, claims, thumbnails).write(item);
        add(html.close());
    }

    /**
     * Adds a file that could not be checked.
     *
     * @throws UncheckedIOException if the page cannot be written
     */
    void add(Item item, Trouble trouble) {
        Html html = begin(item, "ERROR");
        HtmlPicture.banner(html, "ERROR", item, trouble.about(item.name()));
        add(html.close());
    }

    private void add(Html piece) {
        try {
            page.add(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Html begin(Item item, String verdict) {
        Row row = new Row(item.name(), verdict);
        rows.add(row);
        return piece().open(Tag.ARTICLE, "picture", row.id(rows.size()));
    }

    /** Ends the page and puts it in its place. */
    void commit() throws IOException {
        if (rows.size() != 1) {
            page.add(table());
        }
        page.add(piece().open(Tag.FOOTER, "foot")
                .element(
                        Tag.P,
                        "A credential says who signed a picture and what they state. That the picture is as it was signed "
                                + "can be proven; that what is stated or shown is true cannot. No credential says nothing.")
                .element(
                        Tag.P,
                        "inkseal " + Version.current() + " made this page. It needs no network and runs nothing.")
                .close());
        page.end();
        out.flush();
        output.commit(false);
    }

    private Html table() {
        Html html = piece().open(Tag.SECTION, "table", TABLE)
                .element(Tag.H3, rows.size() + (rows.size() == 1 ? " file" : " files"))
                .open(Tag.TABLE)
                .open(Tag.TBODY);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            html.open(Tag.TR)
                    .openHead(true)
                    .open(Tag.BDI)
                    .link(row.id(i + 1), row.name())
                    .close()
                    .close();
            html.element(Tag.TD, row.verdict()).close();
        }
        return html.close().close().close();
    }

    /** Releases the file; without a commit nothing of it is left. */
    @Override
    public void close() throws IOException {
        output.close();
    }
}
