package org.inkseal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.IDN;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.inkseal.trust.Site;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal init}: makes a key, or gives its public part. */
final class InitCommand implements Callable<Integer> {
    private static final String SCREEN = "-";

    private final Terminal terminal;

    private final Setting<String> name = Setting.option(String.class, "NAME", "The name to sign with.", "--name");

    private final Setting<String> site = Setting.option(
            String.class,
            "SITE",
            "Your website, such as example.org. It goes into the certificate, and a file is made by which the site can"
                    + " confirm your key.",
            "--site");

    private final Setting<Path> export = Setting.optionalValue(
            Path.class,
            "FILE",
            SCREEN,
            "Make no key, but write the public part of yours, for those who shall trust it, to a new file or here.",
            "--export");

    private final PassphraseOptions passphrase = PassphraseOptions.ofKey();

    private final HelpOption help = new HelpOption();

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("init");
        spec.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .description("Makes your signing key. An existing key is never overwritten.")
                .footer(
                        "",
                        "Examples:",
                        "  inkseal init --name \"Mara Voss\" --site maravoss.example",
                        "  inkseal init --export mara.pem");
        Setting.add(spec, name, site, export);
        passphrase.addTo(spec);
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        Home home = Home.of(terminal);
        return export.value().isPresent() ? export(home, export.value().get()) : make(home);
    }

    private int make(Home home) throws IOException, UsageException {
        String holder = name.value().orElseThrow(() -> new UsageException("--name is needed: the name to sign with"));
        Optional<Site> own = site();
        if (Files.exists(home.key())) {
            return existing(home);
        }
        Optional<Passphrase> secret = passphrase.forNewKey(terminal);
        NewIdentity made;
        try {
            made = NewIdentity.make(home, holder, own, secret);
        } catch (FileAlreadyExistsException e) {
            return existing(home);
        }
        PrintWriter out = terminal.out();
        out.println("Made your signing key: " + PlainText.line(home.key().toString()));
        out.println("  signs as     " + PlainText.of(holder));
        out.println("  fingerprint  " + made.fingerprint());
        out.println("  own root     " + PlainText.line(home.root().toString())
                + " (give it to those who shall trust you: inkseal check --trust root.pem)");
        own.ifPresent(of -> out.println("  site         put "
                + PlainText.line(home.proof().toString()) + " there as " + SiteProof.address(of)));
        out.println("Nobody vouches for the name: others see it as \"not verified\" unless they trust that root.");
        out.println(
                secret.isEmpty()
                        ? "No passphrase: the key is protected by the permissions of its file. INKSEAL_PASSPHRASE or "
                                + "--passphrase-file sets one."
                        : "The key is encrypted with your passphrase.");
        return ExitCode.GOOD;
    }

    private int existing(Home home) {
        terminal.error(home.key() + ": there is a key already, and a key is never overwritten");
        terminal.hint("move it away to make another one, or set INKSEAL_HOME to another folder");
        return ExitCode.NO_ACCESS;
    }

    /** The site as people write it: with https in front and a slash behind or not, and with letters beyond ASCII. */
    private Optional<Site> site() throws UsageException {
        try {
            return site.value()
                    .map(text -> text.replaceFirst("(?i)^https://", "").replaceFirst("/$", ""))
                    .map(host -> new Site(IDN.toASCII(host).toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--site: " + e.getMessage());
        }
    }

    private int export(Home home, Path file) throws IOException, UsageException {
        if (name.value().isPresent() || site.value().isPresent()) {
            throw new UsageException("--export makes no key; --name and --site belong to a new one");
        }
        String text;
        try {
            text = home.publicPart();
        } catch (IOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                throw new UsageException("there is no key yet", "'inkseal init --name NAME' makes one");
            }
            throw e;
        }
        if (file.toString().equals(SCREEN)) {
            terminal.out().print(text);
        } else {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            terminal.out().println("Wrote the public part of your key: " + PlainText.line(file.toString()));
        }
        return ExitCode.GOOD;
    }
}
