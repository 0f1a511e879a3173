package org.inkseal.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * One walk along the main chain of IFDs of a TIFF file, then one over all that they lead to.
 *
 * <p>The store is looked for in the last IFD, and in the first, where it stood before C2PA 2.1. Bytes are metadata only if
 * the entry of a text or an XMP packet in the first IFD says so, and no other part of the file uses them.
 */
final class TiffWalk {
    private static final int DNG_VERSION = 0xc612;
    private static final int XMP = 700;
    private static final int JUMB = 0x6a756d62;
    private static final int BOX_HEADER = 8;
    /** More stores than anyone needs to be told of. */
    private static final int MOST_STORES = 16;

    private static final Map<Integer, String> METADATA = Map.of(
            270,
            "ImageDescription",
            271,
            "Make",
            272,
            "Model",
            305,
            "Software",
            306,
            "DateTime",
            315,
            "Artist",
            316,
            "HostComputer",
            XMP,
            "XMP",
            33432,
            "Copyright",
            33723,
            "IPTC");

    private final ByteSource source;
    private final Window window;
    private final TiffCoding coding;
    private final Budget budget;
    private final List<TiffPage> pages = new ArrayList<>();
    private final List<TiffEntry> texts = new ArrayList<>();
    private final List<TiffEntry> stores = new ArrayList<>();
    private final List<Integer> pageOfStore = new ArrayList<>();
    private final List<Carrier> carriers = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Region> marked = new ArrayList<>();
    private boolean dng;
    private Optional<Range> xmp = Optional.empty();

    TiffWalk(ByteSource source, TiffCoding coding, Budget budget) {
        this.source = source;
        this.window = new Window(source);
        this.coding = coding;
        this.budget = budget;
    }

    AssetMap map(TiffFormat format) throws IOException, MalformedException {
        chain();
        List<TiffEntry> watched = new ArrayList<>(texts);
        stores.stream().filter(store -> store.value().isPresent()).forEach(watched::add);
        TiffClaims claims = new TiffClaims(window, coding, budget, watched);
        claims.walk(pages);
        for (int i = 0; i < stores.size(); i++) {
            carrier(stores.get(i), pageOfStore.get(i), claims);
        }
        for (TiffEntry text : texts) {
            if (claims.complete() && claims.isAlone(text)) {
                String name = METADATA.getOrDefault(text.tag(), "");
                marked.add(new Region(name, text.value().orElseThrow(), Region.Kind.METADATA));
            }
        }
        return new AssetMap(
                dng ? TiffFormat.dng() : format,
                window.size(),
                regions(),
                carriers,
                faults,
                0,
                xmp,
                List.of(),
                Optional.empty(),
                Optional.of(placement()));
    }

    private void chain() throws IOException, MalformedException {
        Set<Long> seen = new HashSet<>();
        long pointer = coding.firstPointer();
        long at = coding.number(window, pointer);
        if (at == 0) {
            throw new MalformedException(pointer, "no IFD");
        }
        while (at != 0) {
            budget.check(Limit.TIFF_PAGES, pages.size() + 1L, pointer);
            if (!seen.add(at)) {
                throw new MalformedException(pointer, "the IFDs lead back to the one at " + at);
            }
            TiffDirectory directory = TiffDirectory.read(window, coding, at, budget);
            page(pointer, directory);
            pointer = directory.next();
            at = coding.number(window, pointer);
        }
    }

    private void page(long pointer, TiffDirectory directory) throws IOException, MalformedException {
        List<Integer> here = new ArrayList<>();
        long insert = directory.size();
        for (long i = 0; i < directory.size(); i++) {
            TiffEntry entry = directory.entry(window, i);
            if (entry.tag() == TiffPage.STORE) {
                budget.check(Limit.MANIFESTS, here.size() + 1L, entry.at());
                here.add((int) i);
                if (stores.size() < MOST_STORES) {
                    stores.add(entry);
                    pageOfStore.add(pages.size());
                }
            } else if (entry.tag() > TiffPage.STORE && insert == directory.size()) {
                insert = i;
            }
            if (pages.isEmpty()) {
                describe(entry);
            }
        }
        pages.add(new TiffPage(pointer, directory.at(), directory, here, insert));
    }

    private void describe(TiffEntry entry) {
        dng |= entry.tag() == DNG_VERSION;
        boolean text = METADATA.containsKey(entry.tag()) && entry.value().isPresent() && !entry.inline();
        if (text && texts.stream().noneMatch(other -> other.tag() == entry.tag())) {
            texts.add(entry);
            if (entry.tag() == XMP) {
                xmp = entry.value();
            }
        }
    }

    private void carrier(TiffEntry entry, int page, TiffClaims claims) throws IOException, MalformedException {
        String objection = objection(entry, page);
        boolean alone = entry.value().isPresent() && !entry.inline() && claims.isAlone(entry);
        if (objection.isEmpty() && !alone) {
            objection = "other parts of the file use its bytes";
        }
        if (alone) {
            marked.add(new Region("C2PA", entry.value().orElseThrow(), Region.Kind.CARRIER));
        }
        if (objection.isEmpty()) {
            Range value = entry.value().orElseThrow();
            carriers.add(new Carrier(value, List.of(value)));
            marked.add(new Region("C2PA length", entry.countField(), Region.Kind.SIZE));
        } else {
            faults.add(new Fault(entry.at(), "manifest store in an IFD: " + objection));
        }
    }

    private String objection(TiffEntry entry, int page) throws IOException, MalformedException {
        if (page != 0 && page != pages.size() - 1) {
            return "it is in IFD " + (page + 1) + " of " + pages.size() + ", allowed are the last and the first";
        }
        if (entry.type() != TiffEntry.UNDEFINED) {
            return "its type is " + entry.type() + ", allowed is " + TiffEntry.UNDEFINED;
        }
        if (entry.value().isEmpty()) {
            return Long.toUnsignedString(entry.count()) + " bytes, which do not all stand in the file";
        }
        Range value = entry.value().get();
        if (entry.inline() || value.length() < BOX_HEADER) {
            return "it has " + value.length() + " bytes, too few for any store";
        }
        long boxLength = window.u32(value.start());
        if (window.u32(value.start() + 4) != JUMB || boxLength != value.length()) {
            return "a box of " + boxLength + " bytes that is to be of type 'jumb', in an entry of " + value.length();
        }
        return "";
    }

    private List<Region> regions() throws MalformedException {
        Regions regions = new Regions(budget);
        marked.sort(Comparator.comparingLong(region -> region.range().start()));
        long at = 0;
        for (Region region : marked) {
            if (region.range().start() > at) {
                regions.add("TIFF", Range.between(at, region.range().start()), Region.Kind.CONTENT);
            }
            regions.add(region.name(), region.range(), region.kind());
            at = region.range().end();
        }
        if (at < window.size()) {
            regions.add("TIFF", Range.between(at, window.size()), Region.Kind.CONTENT);
        }
        return regions.list();
    }

    private TiffPlacement placement() throws IOException, MalformedException {
        Optional<TiffPlacement.Tail> tail = Optional.empty();
        if (carriers.size() == 1 && faults.isEmpty() && carriers.get(0).extent().end() == window.size()) {
            tail = Optional.of(new TiffPlacement.Tail(
                    stores.get(0).countField(), carriers.get(0).extent().start()));
        }
        List<Range> leftovers = marked.stream()
                .filter(region -> region.kind() == Region.Kind.CARRIER)
                .map(Region::range)
                .toList();
        TiffPlacement asItIs = new TiffPlacement(coding, pages, window.size(), leftovers, tail);
        return stores.size() == 1 ? new TiffOrigin(source, asItIs).restored(stores.get(0)) : asItIs;
    }
}
