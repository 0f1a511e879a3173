package org.inkseal.cli;

import java.util.List;
import org.inkseal.net.HttpNetwork;
import org.inkseal.net.Network;
import picocli.CommandLine.Model.CommandSpec;

/** The options that allow to ask other machines. Without them nothing is asked. */
final class NetworkOptions {
    private final Setting<Boolean> online = Setting.flag(
            "Ask other machines what the picture alone cannot tell: whether a certificate was revoked, and what is kept"
                    + " elsewhere. They, and everybody on the way, then learn which picture you look at, and when.",
            "--online");

    private final Setting<List<String>> hosts = Setting.texts(
            "HOST",
            "With --online: also ask this host if it is on a private network, and without TLS. May be given several times.",
            "--allow-host");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, online, hosts);
    }

    boolean isOn() throws UsageException {
        if (!Setting.on(online) && hosts.value().isPresent()) {
            throw new UsageException("--allow-host needs --online");
        }
        return Setting.on(online);
    }

    /** The way to other machines. */
    Network network() throws UsageException {
        return network(hosts.value().orElse(List.of()));
    }

    /** A way to the public internet, and to some hosts wherever they are. */
    static Network network(List<String> hosts) throws UsageException {
        HttpNetwork network = HttpNetwork.open();
        for (String host : hosts) {
            try {
                network = network.allowing(host);
            } catch (IllegalArgumentException e) {
                throw new UsageException("--allow-host: " + e.getMessage());
            }
        }
        return network;
    }
}
