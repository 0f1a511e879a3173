package org.inkseal.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Model.CommandSpec;

/** The option that says under which address the credential will be published. */
final class RemoteOption {
    private final Setting<String> url = Setting.option(
            String.class,
            "URL",
            "Write this address into the picture, and the credential into NAME.png.c2pa beside it, to be published there. "
                    + "For several pictures the address of a folder, with / at its end.",
            "--remote");

    private final Set<URI> taken = ConcurrentHashMap.newKeySet();

    /** Adds this option to a command. */
    void addTo(CommandSpec command) {
        url.addTo(command);
    }

    /** Whether an address was given. */
    boolean isGiven() {
        return url.value().isPresent();
    }

    /**
     * Checks what can be checked before the first file.
     *
     * @param single whether there is one picture
     */
    void check(boolean single) throws UsageException {
        if (url.value().isEmpty()) {
            return;
        }
        URI address = parse(url.value().get());
        boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new UsageException(
                    "--remote: " + address + " is no address; one with https:// or http:// is allowed");
        }
        if (!single && !isFolder()) {
            throw new UsageException("--remote: several pictures need the address of a folder, with / at its end");
        }
    }

    /**
     * The address of one credential.
     *
     * @throws UsageException if another picture of this run has the same one
     */
    URI address(Path sidecar) throws UsageException {
        String given = url.value().orElseThrow();
        URI address = parse(isFolder() ? given + segment(String.valueOf(sidecar.getFileName())) : given);
        if (!taken.add(address)) {
            throw new UsageException("another picture of this run has the address " + address);
        }
        return address;
    }

    private boolean isFolder() {
        return url.value().filter(given -> given.endsWith("/")).isPresent();
    }

    private static URI parse(String text) throws UsageException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new UsageException("--remote: " + text + " is no address: " + e.getReason());
        }
    }

    /** A name as a part of a path (RFC 3986 §3.3). */
    private static String segment(String name) throws UsageException {
        try {
            return Optional.ofNullable(new URI(null, null, "/" + name, null).toASCIIString())
                    .orElse("")
                    .substring(1);
        } catch (URISyntaxException e) {
            throw new UsageException("--remote: " + name + " cannot be part of an address");
        }
    }
}
