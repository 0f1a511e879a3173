package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.inkseal.report.Report;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.StatusCode;
import org.inkseal.verify.Verifier;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal trust add}: remembers a signer, or installs certificates of the user's choice. */
final class TrustAddCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final Setting<Path> picture = Setting.maybe(Path.class, "FILE", "A picture by the signer to remember.");

    private final Setting<String> name = Setting.option(
            String.class,
            "NAME",
            "What to call the signer, or the certificates (default for these: the name of their file).",
            "--as");

    private final Setting<Boolean> also =
            Setting.flag("The signer has this key besides the one that is known.", "--also");

    private final Map<TrustRole, Setting<List<Path>>> files = new LinkedHashMap<>();

    private final HelpOption help = new HelpOption();

    TrustAddCommand(Terminal terminal) {
        this.terminal = terminal;
        files.put(
                TrustRole.ANCHOR,
                Setting.files("PEM", "Trust signers whose certificate leads to one in this file.", "--anchor"));
        files.put(TrustRole.TSA, Setting.files("PEM", "Trust time-stamp authorities the same way.", "--tsa"));
        files.put(
                TrustRole.ALLOWED,
                Setting.files("FILE", "Trust these single signers: certificates or digests.", "--allowed"));
        files.put(TrustRole.IDENTITY, Setting.files("PEM", "Trust those who sign identity assertions.", "--identity"));
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("add");
        spec.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .description(
                        "Remembers the signer of a picture under a name, or installs certificates of your choice.",
                        "A later picture that carries a known name with another key gets a warning.",
                        "")
                .footer(
                        "",
                        "Examples:",
                        "  inkseal trust add painting.signed.png --as \"Mara Voss\"",
                        "  inkseal trust add --anchor gallery-root.pem --as \"Our gallery\"");
        Setting.add(spec, picture, name, also);
        files.values().forEach(setting -> setting.addTo(spec));
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        boolean lists =
                files.values().stream().anyMatch(setting -> setting.value().isPresent());
        if (lists == picture.value().isPresent()) {
            throw new UsageException(
                    "trust add: either a picture or certificates are needed",
                    "inkseal trust add FILE --as NAME, or inkseal trust add --anchor PEM");
        }
        Home home = Home.of(terminal);
        return lists ? install(home) : remember(home, picture.value().get());
    }

    private int install(Home home) throws IOException, UsageException {
        Map<String, String> texts = new LinkedHashMap<>();
        List<TrustList> added = new ArrayList<>();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (Map.Entry<TrustRole, Setting<List<Path>>> entry : files.entrySet()) {
            for (Path file : entry.getValue().value().orElse(List.of())) {
                String text = TextFile.read(file);
                String called =
                        TrustCommand.checkedName(name.value().orElse(PlainText.of(String.valueOf(file.getFileName()))));
                if (isPublished(called)) {
                    throw new UsageException(
                            "the name \"" + called + "\" is that of a published list",
                            "--as gives another name; 'inkseal trust update' installs published lists");
                }
                added.add(InstalledList.of(entry.getKey(), called, text, now, file.toString()));
                texts.put(TrustFolder.digest(text), text);
            }
        }
        home.create();
        home.trust().change(texts, index -> {
            TrustIndex next = index;
            for (TrustList list : added) {
                next = next.with(list);
            }
            return next;
        });
        added.forEach(list -> terminal.out().println(TrustListCommand.words(list)));
        return ExitCode.GOOD;
    }

    private static boolean isPublished(String called) {
        for (PublishedList list : PublishedList.values()) {
            if (list.title().equalsIgnoreCase(called)) {
                return true;
            }
        }
        return false;
    }

    private int remember(Home home, Path file) throws IOException, UsageException {
        if (name.value().isEmpty()) {
            throw new UsageException("trust add: --as says by which name to remember the signer");
        }
        String called = TrustCommand.checkedName(name.value().get());
        Report report = Verifier.at(Instant.now())
                .trusting(InstalledTrust.of(terminal).settings())
                .verify(file);
        Optional<SignatureSummary> signer = report.signature();
        if (!report.state().isValid() || signer.isEmpty()) {
            terminal.error(file + ": has no valid signature, so there is nobody to remember");
            terminal.hint("'inkseal check' says why");
            return ExitCode.NOT_PASSED;
        }
        if (report.active().has(StatusCode.PUBLISHED_KEY)) {
            terminal.error(file + ": is signed with a key that is public, so it tells nothing of who signed");
            return ExitCode.NOT_PASSED;
        }
        KnownSigner known = new KnownSigner(
                called,
                signer.get().keySha256(),
                signer.get().name().map(PlainText::of).orElse(""),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        home.create();
        home.trust().change(Map.of(), index -> with(index, known));
        terminal.out().println("Remembered " + PlainText.quoted(called) + ", key " + Fingerprint.of(known.keySha256()));
        if (report.signature().flatMap(SignatureSummary::name).isPresent()) {
            terminal.out()
                    .println("  The certificate says " + PlainText.quoted(known.certificateName())
                            + ". Compare the fingerprint with what the signer publishes.");
        }
        return ExitCode.GOOD;
    }

    private TrustIndex with(TrustIndex index, KnownSigner signer) throws UsageException {
        for (KnownSigner present : index.known()) {
            boolean sameKey = present.keySha256().equals(signer.keySha256());
            if (sameKey && !present.name().equals(signer.name())) {
                throw new UsageException(
                        "this key is known as " + PlainText.quoted(present.name()) + " already",
                        "'inkseal trust remove' forgets that name");
            }
            if (!sameKey && present.name().equals(signer.name()) && !Setting.on(also)) {
                throw new UsageException(
                        PlainText.quoted(present.name()) + " is known with another key, "
                                + Fingerprint.of(present.keySha256()),
                        "if both keys are theirs, add --also; 'inkseal trust remove' forgets the old one");
            }
        }
        return index.with(signer);
    }
}
