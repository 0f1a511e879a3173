package org.inkseal.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.inkseal.cli.html.Html;
import org.inkseal.cli.html.Picture;
import org.inkseal.cli.html.Tag;
import org.inkseal.report.Answer;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;
import org.inkseal.report.Signal;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.Use;

/**
 * One picture of a page: the verdict, and below it what the credential says, from the short to the long (C2PA 2.2 user
 * experience guidance, levels 1 to 4). What it says is repeated only if it is valid, and always as what somebody says.
 */
final class HtmlPicture {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Html html;
    private final Judgement judgement;
    private final Report report;
    private final UnsignedClaims claims;
    private final Thumbnails thumbnails;

    HtmlPicture(Html html, Judgement judgement, UnsignedClaims claims, Thumbnails thumbnails) {
        this.html = html;
        this.judgement = judgement;
        this.report = judgement.report();
        this.claims = claims;
        this.thumbnails = thumbnails;
    }

    /** The name of a file and the answer in one sentence. */
    static void banner(Html html, String verdict, Item item, String sentence) {
        html.open(Tag.HEADER, "banner " + verdict.toLowerCase(Locale.ROOT))
                .element(Tag.STRONG, "verdict", verdict)
                .open(Tag.DIV)
                .open(Tag.H2)
                .element(Tag.BDI, String.valueOf(item.path().getFileName()))
                .close()
                .element(Tag.P, "sentence", capital(sentence))
                .element(Tag.P, "meaning", meaning(verdict))
                .close()
                .close();
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
    }

    private static String meaning(String verdict) {
        return switch (verdict) {
            case "OK" -> "OK: the picture is as it was signed.";
            case "WARNING" -> "WARNING: there is something to know before you rely on the signature.";
            case "BROKEN" -> "BROKEN: something that must be right is wrong. What the credential says is not repeated.";
            case "NOTHING" -> "NOTHING: there is no credential. Most pictures have none, whoever made them.";
            default -> "The file could not be checked.";
        };
    }

    void write(Item item) {
        banner(html, judgement.verdict().name(), item, Sentence.of(judgement));
        HtmlCodes codes = new HtmlCodes(html, report);
        if (judgement.verdict() == Verdict.BROKEN || judgement.verdict() == Verdict.WARNING) {
            codes.faults(judgement.faults());
        }
        if (report.state().isValid()) {
            card();
        }
        if (report.state().isValid() || !report.permissions().statements().isEmpty()) {
            permissions();
        }
        if (report.state().isValid()) {
            new HtmlHistory(html, judgement, thumbnails).write();
        }
        claims();
        if (judgement.verdict() != Verdict.NOTHING) {
            codes.write();
        }
    }

    private void card() {
        html.open(Tag.SECTION, "card").element(Tag.H3, "What the signer says");
        Lineage lineage = new Lineage(report);
        Optional<Picture> picture = lineage.steps().stream().findFirst().flatMap(step -> thumbnails.of(lineage, step));
        html.open(Tag.DIV, picture.isPresent() ? "beside" : "alone");
        picture.ifPresent(shown -> html.open(Tag.DIV, "large")
                .picture(shown, "The picture when it was signed, as the signer supplied it")
                .close());
        html.open(Tag.DL);
        report.activeManifest().flatMap(ManifestSummary::title).ifPresent(title -> said("Title", title));
        made();
        report.signature().ifPresent(this::signer);
        IdentityWords.of(report).forEach(words -> row("Identity", words));
        row("When", report.signature().map(HtmlPicture::when).orElse("not said"));
        report.activeManifest()
                .flatMap(ManifestSummary::generator)
                .ifPresent(generator -> said("Recorded with", generator));
        where();
        html.close().close().close();
    }

    private void made() {
        row("Origin", Sentence.origin(report.origin()));
        List<String> signals = report.activeManifest().stream()
                .flatMap(manifest -> Signal.of(manifest).stream())
                .map(Signal::title)
                .toList();
        if (!signals.isEmpty()) {
            row("Signals", String.join(" · ", signals));
        }
    }

    private void signer(SignatureSummary signer) {
        html.element(Tag.DT, "Signed by").open(Tag.DD);
        html.open(Tag.BDI).element(Tag.STRONG, PlainText.of(signer.name().orElse("a key without a name")));
        html.close().text(" ");
        html.element(Tag.SPAN, "trust", judgement.trust().words());
        html.element(Tag.P, "note", trust());
        html.open(Tag.P, "note").text("Key ").element(Tag.CODE, Fingerprint.of(signer.keySha256()));
        if (signer.assuranceLevel().isPresent()) {
            html.text(" · signing product of assurance level "
                    + signer.assuranceLevel().getAsInt());
        }
        html.close().close();
    }

    private String trust() {
        Acquaintance signer = judgement.signer();
        return switch (judgement.trust()) {
            case TRUSTED_LIST ->
                "The certificate leads to the "
                        + signer.list().map(PlainText::of).orElse("list that was given for this check") + ".";
            case KNOWN ->
                signer.known()
                        .map(known -> "You know this key as " + PlainText.quoted(known.name()) + " since "
                                + Sentence.day(known.since()) + ".")
                        .orElse("This is your own key.");
            case NOT_VERIFIED ->
                "Nobody vouches for the name; anybody could have written it. Compare the key with what "
                        + "the signer publishes.";
        };
    }

    private static String when(SignatureSummary signer) {
        return signer.time()
                .map(time -> signer.timeTrusted()
                        ? TIME.format(time) + ", as a trusted time-stamp authority states"
                        : TIME.format(time) + ", as the signer claims; nobody vouches for the time")
                .orElse("not said");
    }

    private void where() {
        row(
                "Credential",
                switch (report.storeOrigin()) {
                    case EMBEDDED -> "in the picture";
                    case SIDECAR -> "in a file beside the picture";
                    case REMOTE ->
                        "fetched from "
                                + report.remoteManifest().map(PlainText::of).orElse("elsewhere");
                    case NONE -> "none";
                });
        Whereabouts.unsigned(report).ifPresent(line -> row("Not signed", line.substring(line.indexOf(':') + 2)));
    }

    private void permissions() {
        html.open(Tag.SECTION, "permissions").element(Tag.H3, "What it may be used for");
        if (report.permissions().statements().isEmpty()) {
            html.element(Tag.P, "Nothing is said about training, mining or AI input, which is not a yes.")
                    .close();
            return;
        }
        html.open(Tag.TABLE).open(Tag.THEAD).open(Tag.TR);
        for (String title : List.of("Use", "Answer", "Who says so")) {
            html.openHead(false).text(title).close();
        }
        html.close().close().open(Tag.TBODY);
        for (Use use : Sentence.ORDER) {
            Answer answer = report.permissions().to(use, judgement.wanted().acceptance());
            html.open(Tag.TR).openHead(true).text(use.word()).close();
            html.open(Tag.TD).element(Tag.STRONG, answer.permission().word()).close();
            html.element(
                    Tag.TD,
                    PermissionLines.reason(
                            answer, new Speaker(judgement.wanted().known())));
            html.close();
        }
        html.close().close();
        html.element(Tag.P, "note", "Not said is not a yes. A no counts whoever says it.")
                .close();
    }

    private void claims() {
        if (!claims.marks().isEmpty()) {
            html.open(Tag.SECTION, "claims").element(Tag.H3, "What its metadata claims");
            html.open(Tag.UL, "doings");
            claims.marks().forEach(mark -> html.element(Tag.LI, UnsignedClaims.words(mark)));
            html.close();
            if (report.state().isValid() && claims.contradicts(report.origin())) {
                html.open(Tag.P)
                        .element(Tag.STRONG, "That is not what the signer says.")
                        .close();
            }
            html.element(Tag.P, "note", "Metadata is no signature: anybody can have written that.")
                    .close();
        }
    }

    private void row(String name, String value) {
        html.element(Tag.DT, name).element(Tag.DD, value);
    }

    /** A row with a text of somebody else. */
    private void said(String name, String value) {
        html.element(Tag.DT, name)
                .open(Tag.DD)
                .element(Tag.BDI, PlainText.of(value))
                .close();
    }
}
