package org.inkseal.cli;

import java.util.List;
import org.inkseal.cli.html.Html;
import org.inkseal.cli.html.Tag;
import org.inkseal.report.Finding;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;
import org.inkseal.report.SignatureSummary;

/** The codes of the standard with their explanations, and the numbers that only machines compare; folded. */
final class HtmlCodes {
    private final Html html;
    private final Report report;

    HtmlCodes(Html html, Report report) {
        this.html = html;
        this.report = report;
    }

    /** What is wrong, for everybody. */
    void faults(List<Finding> faults) {
        if (!faults.isEmpty()) {
            html.open(Tag.SECTION, "faults").element(Tag.H3, "What is wrong").open(Tag.UL, "codes");
            Explained.entries(faults).forEach(this::entry);
            html.close().close();
        }
    }

    /** All codes, and all that only machines compare. */
    void write() {
        html.open(Tag.DETAILS).element(Tag.SUMMARY, "Codes of the standard, and what they mean");
        Explained.groups(report).forEach((heading, entries) -> {
            html.element(Tag.H3, heading).open(Tag.UL, "codes");
            entries.forEach(this::entry);
            html.close();
        });
        html.close();
        html.open(Tag.DETAILS).element(Tag.SUMMARY, "Details for experts").open(Tag.DL, "raw");
        row("State", report.state().label());
        row("Checked as of", report.validationTime().toString());
        row("Media type", report.mediaType());
        report.activeManifest().map(ManifestSummary::label).ifPresent(label -> row("Manifest", label));
        row("Manifests", Integer.toString(report.manifests().size()));
        report.signature().filter(signer -> report.state().isValid()).ifPresent(this::signer);
        html.close().close();
    }

    private void entry(Explained.Entry entry) {
        html.open(Tag.LI).element(Tag.CODE, entry.code().code()).text(" ");
        html.element(Tag.SPAN, "clause", entry.explanation().clause());
        html.element(Tag.P, entry.explanation().text());
        entry.reasons().forEach(reason -> html.element(Tag.P, "note", "Here: " + PlainText.of(reason)));
        if (entry.more() > 0) {
            html.element(Tag.P, "note", "And " + entry.more() + " more.");
        }
        html.close();
    }

    private void signer(SignatureSummary signer) {
        row("Algorithm", signer.algorithm());
        signer.organization().ifPresent(name -> row("Organization", name));
        signer.issuer().ifPresent(name -> row("Certificate issued by", name));
        row("Certificate valid", signer.notBefore() + " to " + signer.notAfter());
        row("Certificate SHA-256", signer.certificateSha256());
        row("Revocation", signer.revocation().label());
        signer.productRecord().ifPresent(record -> row("Product record", record));
    }

    private void row(String name, String value) {
        html.element(Tag.DT, name)
                .open(Tag.DD)
                .element(Tag.CODE, PlainText.of(value))
                .close();
    }
}
