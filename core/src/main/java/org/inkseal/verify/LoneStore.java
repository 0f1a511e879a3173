package org.inkseal.verify;

import java.util.List;
import java.util.Optional;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.Carrier;
import org.inkseal.asset.Layout;
import org.inkseal.asset.Region;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;

/** A file that is nothing but a manifest store (C2PA 2.4 §11.4). No picture is in it, so nothing is ever bound by it. */
final class LoneStore implements AssetFormat {
    @Override
    public String name() {
        return "manifest store";
    }

    @Override
    public String mediaType() {
        return "application/c2pa";
    }

    @Override
    public List<String> extensions() {
        return List.of("c2pa");
    }

    @Override
    public boolean sniff(Bytes head) {
        return false;
    }

    @Override
    public AssetMap map(ByteSource source, Budget budget) {
        Range all = new Range(0, source.size());
        return new AssetMap(
                this,
                source.size(),
                List.of(new Region("C2PA", all, Region.Kind.CARRIER)),
                List.of(new Carrier(all, List.of(all))),
                List.of(),
                0,
                Optional.empty());
    }

    @Override
    public Layout layout(AssetMap map, long storeLength) {
        throw new IllegalArgumentException("a manifest store carries no other");
    }

    @Override
    public Layout stripped(AssetMap map) {
        throw new IllegalArgumentException("nothing is left of a manifest store without it");
    }

    @Override
    public Bytes frame(AssetMap map, Bytes store) {
        throw new IllegalArgumentException("a manifest store carries no other");
    }
}
