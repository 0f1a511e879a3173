package org.inkseal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.inkseal.report.Report;
import org.inkseal.verify.Verifier;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal check}: says of each picture in one sentence what its credential is worth. */
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final FileSelection files = new FileSelection();

    private final Setting<Requirement> required = Setting.option(
            Requirement.class,
            "signed|known|trusted",
            "Let only pictures pass that are signed, by you or a trusted signer, or by a trusted one.",
            "--require");

    private final Setting<List<AskedUse>> may = Setting.words(
            AskedUse.class,
            "train|generate|mine|input",
            "Let only pictures pass that may be used so. A yes counts from you and signers that you know or trust, or from"
                    + " those that --require names; a no counts from everybody. May be given several times.",
            "--may");

    private final Setting<Boolean> explain =
            Setting.flag("Explain each code that was given, in plain words and with its clause.", "--explain");

    private final SidecarOption sidecar = new SidecarOption();

    private final TrustOptions trust = new TrustOptions();

    private final HtmlOption html = new HtmlOption();

    private final ReportOptions answers = ReportOptions.withForms();

    private final HelpOption help = new HelpOption();

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("check");
        spec.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .description(
                        "Checks pictures and says what their credentials are worth. Works offline unless --online is given.",
                        "",
                        "OK        the picture is as it was signed",
                        "WARNING   it is as it was signed, but the signature has no force (exit code 1)",
                        "BROKEN    something that must be right is wrong (exit code 1)",
                        "NOTHING   there is no credential, which says nothing about the picture",
                        "")
                .footer(
                        "",
                        "Example:",
                        "  inkseal check painting.signed.png",
                        "  inkseal check -r --require trusted incoming/",
                        "  inkseal check -r --may train,generate dataset/",
                        "  inkseal check --html report.html photo.jpg");
        files.addTo(spec);
        required.addTo(spec);
        may.addTo(spec);
        explain.addTo(spec);
        sidecar.addTo(spec);
        trust.addWithNetworkTo(spec);
        html.addTo(spec);
        answers.addTo(spec);
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        if (sidecar.isGiven() && !files.single()) {
            throw new UsageException("--sidecar: is for one picture");
        }
        Optional<HtmlReport> page = html.open();
        try {
            int code = check(page);
            if (page.isPresent()) {
                page.get().commit();
            }
            return code;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (page.isPresent()) {
                page.get().close();
            }
        }
    }

    private int check(Optional<HtmlReport> page) throws IOException, UsageException {
        Verifier verifier = trust.verifier(terminal);
        InstalledTrust installed = trust.installed(terminal);
        Optional<String> own = ownCertificate();
        SiteProof.Search sites = new SiteProof.Search(trust.network());
        Wanted wanted = wanted(own, installed);
        Tally tally = new Tally();
        Optional<CheckAnswer> json = programAnswer();
        ErrorReport errors = new ErrorReport(terminal);
        files.run(
                terminal,
                answers,
                path -> false,
                (item, progress) -> () -> seen(verifier, item.path(), json.isPresent() || page.isPresent()),
                outcome -> {
                    if (outcome.skipped()) {
                        tally.skip();
                    } else if (outcome.trouble().isPresent()) {
                        Trouble trouble = outcome.trouble().get();
                        errors.tell(outcome.item().name(), trouble);
                        json.ifPresent(document -> document.add(outcome.item(), trouble));
                        page.ifPresent(shown -> shown.add(outcome.item(), trouble));
                        tally.add("not read", trouble.exitCode());
                    } else {
                        Seen seen = outcome.result().orElseThrow();
                        Report report = seen.report();
                        Acquaintance signer = Acquaintance.of(report, own, installed);
                        Judgement judgement = new Judgement(report, signer, wanted, sites.of(report));
                        tell(outcome.item(), judgement, seen.claims(), json, tally);
                        page.ifPresent(shown -> shown.add(outcome.item(), judgement, seen.claims()));
                    }
                });
        json.ifPresent(CheckAnswer::end);
        if (!answers.quiet()) {
            tally.tell(terminal);
        }
        return tally.exitCode();
    }

    /** Where an answer for programs goes, if one was asked for. */
    private Optional<CheckAnswer> programAnswer() {
        return answers.form()
                .map(form -> form == JsonForm.CR
                        ? new CrJsonDocument(terminal.out(), files.single())
                        : new CheckDocument(terminal.out()));
    }

    /** A report, and what else the file says. */
    private record Seen(Report report, UnsignedClaims claims) {}

    private Seen seen(Verifier verifier, Path file, boolean all) throws IOException {
        Report report = sidecar.verify(verifier, file);
        // Reading the rest takes time; it is of use where the credential does not say enough.
        boolean enough = report.state().isValid() && !all;
        return new Seen(report, enough ? UnsignedClaims.inXmp(file) : UnsignedClaims.of(file));
    }

    private void tell(Item item, Judgement judgement, UnsignedClaims claims, Optional<CheckAnswer> json, Tally tally) {
        Verdict verdict = judgement.verdict();
        tally.add(verdict.name(), judgement.exitCode());
        if (!answers.quiet()) {
            Ending.objection(item.path(), judgement.report().mediaType())
                    .ifPresent(objection -> terminal.note("warning: " + item.name() + ": " + objection));
        }
        if (json.isPresent()) {
            json.get().add(item, judgement, claims);
        } else if (answers.lines()) {
            String word = terminal.coloured(verdict.name(), verdict.colour());
            terminal.out()
                    .println(PlainText.name(item.name()) + ": " + word + " — " + Sentence.of(judgement)
                            + claims.suffix(verdict));
            Sentence.details(judgement).forEach(terminal.out()::println);
            claims.line(judgement).ifPresent(terminal.out()::println);
            if (Setting.on(explain)) {
                Explained.lines(judgement.report()).forEach(terminal.out()::println);
            }
        }
    }

    private Wanted wanted(Optional<String> own, InstalledTrust installed) {
        Set<String> digests = new HashSet<>();
        own.ifPresent(digests::add);
        installed.known().forEach(known -> digests.add(known.keySha256()));
        return new Wanted(required.value(), may.value().orElse(List.of()), digests);
    }

    private Optional<String> ownCertificate() {
        try {
            return Home.of(terminal).certificateSha256();
        } catch (UsageException e) {
            // Without a place for keys there is no own key.
            return Optional.empty();
        }
    }
}
