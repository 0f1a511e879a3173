package org.inkseal.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say in which form {@code show} prints a credential; at most one of them. */
final class ShowForm {
    /** What is printed. */
    enum Kind {
        /** The store as other tools print it. */
        STORE,
        /** The store with claims and assertions as they are stored. */
        DETAILED,
        /** Content Credential JSON. */
        CRJSON,
        /** Manifests and ingredients for a person. */
        TREE,
        /** The certificates of the signer. */
        CERTS,
        /** Embedded files, into a folder. */
        RESOURCES
    }

    private final Map<Kind, Setting<Boolean>> flags = Map.of(
            Kind.DETAILED, Setting.flag("JSON with claims and assertions as they are stored.", "--detailed"),
            Kind.CRJSON, Setting.flag("Content Credential JSON, as the C2PA conformance program asks for.", "--crjson"),
            Kind.TREE, Setting.flag("Manifests and ingredients as an indented list, for people.", "--tree"),
            Kind.CERTS, Setting.flag("The certificates of the signature as PEM, the signer's first.", "--certs"));

    private final Setting<Path> resources = Setting.option(
            Path.class,
            "DIR",
            "Write thumbnails and other embedded files into a folder, with an index.json.",
            "--resources");

    private final Setting<Boolean> unverified = Setting.flag(
            "Show and extract what an invalid credential says; nothing of it is proven.", "--show-unverified");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        for (Kind kind : List.of(Kind.DETAILED, Kind.CRJSON, Kind.TREE, Kind.CERTS)) {
            setting(kind).addTo(command);
        }
        Setting.add(command, resources, unverified);
    }

    /** The one that was asked for. */
    Kind kind() throws UsageException {
        List<Kind> asked = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind == Kind.RESOURCES ? resources.value().isPresent() : kind != Kind.STORE && on(kind)) {
                asked.add(kind);
            }
        }
        if (asked.size() > 1) {
            throw new UsageException("one of --detailed, --crjson, --tree, --certs and --resources is allowed");
        }
        return asked.isEmpty() ? Kind.STORE : asked.get(0);
    }

    /** Where embedded files go. */
    Optional<Path> folder() {
        return resources.value();
    }

    /** Whether to repeat what an invalid credential says. */
    boolean showUnverified() {
        return Setting.on(unverified);
    }

    private boolean on(Kind kind) {
        return Setting.on(setting(kind));
    }

    private Setting<Boolean> setting(Kind kind) {
        return Optional.ofNullable(flags.get(kind)).orElseThrow();
    }
}
