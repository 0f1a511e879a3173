package org.inkseal.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.inkseal.net.Network;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal trust update}: installs the lists that C2PA publishes. */
final class TrustUpdateCommand implements Callable<Integer> {
    private static final int MOST_BYTES = 8 << 20;

    private final Terminal terminal;

    private final Setting<String> source = Setting.maybe(
            String.class,
            "FILE|FOLDER|URL",
            "A list, or a folder of lists, that was fetched before; or where to fetch one (default: where C2PA"
                    + " publishes them).");

    private final Setting<PublishedList> which = Setting.option(
            PublishedList.class,
            "c2pa|c2pa-tsa|interim|interim-allowed",
            "Which list it is, if the name of the file does not say so.",
            "--list");

    private final Setting<String> digest =
            Setting.option(String.class, "HEX", "Install the list only if its SHA-256 is this.", "--sha256");

    private final Setting<List<String>> hosts =
            Setting.texts("HOST", "Fetch from this host also on a private network, and without TLS.", "--allow-host");

    private final HelpOption help = new HelpOption();

    TrustUpdateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("update");
        spec.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .description(
                        "Installs the C2PA trust list, the C2PA list of time-stamp authorities, and the interim list",
                        "from before them. All or none is changed; the state before is kept.",
                        "")
                .footer("", "Examples:", "  inkseal trust update", "  inkseal trust update C2PA-TRUST-LIST.pem");
        Setting.add(spec, source, which, digest, hosts);
        help.addTo(spec);
        return spec;
    }

    /**
     * A list that was read but is not installed yet.
     *
     * @param text the list
     * @param source where it came from
     */
    private record Found(String text, String source) {}

    @Override
    public Integer call() throws IOException, UsageException {
        Map<PublishedList, Found> found = found();
        if (digest.value().isPresent()) {
            check(found);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> texts = new LinkedHashMap<>();
        List<TrustList> lists = new ArrayList<>();
        for (Map.Entry<PublishedList, Found> entry : found.entrySet()) {
            String text = entry.getValue().text();
            texts.put(TrustFolder.digest(text), text);
            lists.add(InstalledList.of(
                    entry.getKey().role(),
                    entry.getKey().title(),
                    text,
                    now,
                    entry.getValue().source()));
        }
        Home home = Home.of(terminal);
        home.create();
        List<TrustList> before = home.trust().index().lists();
        home.trust().change(texts, index -> {
            TrustIndex next = index;
            for (TrustList list : lists) {
                next = next.with(list);
            }
            return next;
        });
        lists.forEach(list -> tell(list, before));
        return ExitCode.GOOD;
    }

    private void tell(TrustList list, List<TrustList> before) {
        terminal.out().println(TrustListCommand.words(list));
        for (TrustList old : before) {
            if (old.sameListAs(list)) {
                boolean same = old.sha256().equals(list.sha256());
                terminal.out()
                        .println(
                                same
                                        ? "  the same as on " + Sentence.day(old.installed())
                                        : "  before " + Sentence.day(old.installed()) + "  sha256 " + old.sha256());
            }
        }
    }

    private Map<PublishedList, Found> found() throws IOException, UsageException {
        if (source.value().isEmpty()) {
            Map<PublishedList, Found> all = new EnumMap<>(PublishedList.class);
            for (PublishedList list : which.value().map(List::of).orElse(List.of(PublishedList.values()))) {
                all.put(list, fetched(list.address()));
            }
            return all;
        }
        String place = source.value().get();
        if (place.startsWith("https://") || place.startsWith("http://")) {
            URI address = address(place);
            String path = String.valueOf(address.getPath());
            return Map.of(only(path.substring(path.lastIndexOf('/') + 1)), fetched(address));
        }
        Path path = Path.of(place);
        return Files.isDirectory(path)
                ? inFolder(path)
                : Map.of(only(String.valueOf(path.getFileName())), new Found(TextFile.read(path), place));
    }

    private PublishedList only(String fileName) throws UsageException {
        Optional<PublishedList> list = which.value().or(() -> PublishedList.ofFile(fileName));
        return list.orElseThrow(() -> new UsageException(
                PlainText.quoted(fileName) + " is not the name of a published list",
                "--list says which one it is; 'inkseal trust add' installs certificates of your choice"));
    }

    private Map<PublishedList, Found> inFolder(Path folder) throws IOException, UsageException {
        Map<PublishedList, Found> all = new EnumMap<>(PublishedList.class);
        List<String> names = new ArrayList<>();
        for (PublishedList list : PublishedList.values()) {
            for (String name : list.fileNames()) {
                names.add(name);
                Path file = folder.resolve(name);
                if (!all.containsKey(list) && which.value().orElse(list) == list && Files.isRegularFile(file)) {
                    all.put(list, new Found(TextFile.read(file), file.toString()));
                }
            }
        }
        if (all.isEmpty()) {
            throw new UsageException(folder + ": holds none of " + String.join(", ", names));
        }
        return all;
    }

    private Found fetched(URI address) throws IOException, UsageException {
        Network network = NetworkOptions.network(hosts.value().orElse(List.of()));
        Network.Reply reply = network.get(address, MOST_BYTES);
        String text = reply.body()
                .text()
                .orElseThrow(() -> new IOException(address.getHost() + ": answers with something that is no text"));
        return new Found(text, address.toASCIIString());
    }

    private static URI address(String text) throws UsageException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("the address is not a URL");
        }
    }

    private void check(Map<PublishedList, Found> found) throws IOException, UsageException {
        if (found.size() != 1) {
            throw new UsageException("--sha256 is for one list, not for " + found.size());
        }
        String wanted = digest.value().orElseThrow().toLowerCase(Locale.ROOT);
        Found list = found.values().iterator().next();
        String seen = TrustFolder.digest(list.text());
        if (!seen.equals(wanted)) {
            throw new IOException(list.source() + ": SHA-256 is " + seen + ", not the one that was asked for");
        }
    }
}
