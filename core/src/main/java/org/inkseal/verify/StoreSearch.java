package org.inkseal.verify;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.inkseal.asset.AssetMap;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.net.Network;
import org.inkseal.report.StatusCode;
import org.inkseal.report.StoreOrigin;
import org.inkseal.xmp.XmpProvenance;

/**
 * Where the manifest store of a picture is (C2PA 2.4 §15.5): in the file; else where the caller says; else at the address
 * that XMP names, if there is a network.
 */
final class StoreSearch {
    private final ByteSource source;
    private final AssetMap map;
    private final Budget budget;

    StoreSearch(ByteSource source, AssetMap map, Budget budget) {
        this.source = source;
        this.map = map;
        this.budget = budget;
    }

    /** A store that the caller has. */
    @FunctionalInterface
    interface Sidecar {
        /** Reads it, but no more bytes than a store may have. */
        Bytes read(Budget budget) throws IOException, MalformedException;
    }

    /**
     * What was found.
     *
     * @param store the store, if there is one
     * @param origin where it came from
     * @param url the address that XMP names, if the file carries no store
     */
    record Found(Optional<Bytes> store, StoreOrigin origin, Optional<String> url) {}

    /**
     * Looks for the store.
     *
     * @throws MalformedException if there is one that is too large
     */
    Found find(Optional<Sidecar> sidecar, Optional<Network> network, FindingList findings)
            throws IOException, MalformedException {
        if (map.carrier().isPresent()) {
            return new Found(
                    Optional.of(map.carrier().get().store(source, budget)), StoreOrigin.EMBEDDED, Optional.empty());
        }
        Optional<String> url = address();
        // A damaged store, or more than one, is no reason to believe another.
        if (!map.carriers().isEmpty() || !map.faults().isEmpty()) {
            return new Found(Optional.empty(), StoreOrigin.NONE, url);
        }
        if (sidecar.isPresent()) {
            return new Found(Optional.of(sidecar.get().read(budget)), StoreOrigin.SIDECAR, url);
        }
        Optional<Bytes> fetched =
                url.isPresent() && network.isPresent() ? fetch(url.get(), network.get(), findings) : Optional.empty();
        return new Found(fetched, fetched.isPresent() ? StoreOrigin.REMOTE : StoreOrigin.NONE, url);
    }

    /** A packet that is too large is not read. */
    private Optional<String> address() throws IOException {
        return map.format()
                .carriedXmp(source, map, budget)
                .packet()
                .flatMap(packet -> XmpProvenance.find(packet, budget));
    }

    private Optional<Bytes> fetch(String url, Network network, FindingList findings) {
        try {
            int fragment = url.indexOf('#');
            URI address = new URI(fragment < 0 ? url : url.substring(0, fragment));
            int most = Math.toIntExact(budget.limits().of(Limit.STORE_BYTES));
            return Optional.of(network.get(address, most).body());
        } catch (IOException e) {
            findings.add(StatusCode.MANIFEST_INACCESSIBLE, "", url + ": " + e.getMessage());
        } catch (URISyntaxException e) {
            findings.add(StatusCode.MANIFEST_INACCESSIBLE, "", url + ": not an address");
        }
        return Optional.empty();
    }
}
