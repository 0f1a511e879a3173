package org.inkseal.asset;

import java.io.IOException;
import java.util.List;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * TIFF (TIFF 6.0), BigTIFF, and DNG, which keep their store as the value of a tag of the last IFD (C2PA 2.4 §A.3.6). A map
 * of a file with the tag DNGVersion names DNG as its format.
 *
 * <p>Nothing of a file ever moves, because no one knows all the places where it may hold offsets; see
 * {@link TiffPlacement}.
 */
final class TiffFormat implements AssetFormat {
    private static final int SIGNATURE_BYTES = 8;

    private final String name;
    private final String mediaType;

    TiffFormat() {
        this("TIFF", "image/tiff");
    }

    private TiffFormat(String name, String mediaType) {
        this.name = name;
        this.mediaType = mediaType;
    }

    static TiffFormat dng() {
        return new TiffFormat("DNG", "image/x-adobe-dng");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public List<String> extensions() {
        return List.of("tif", "tiff", "dng");
    }

    @Override
    public List<String> bindings() {
        return List.of("data hash");
    }

    @Override
    public boolean sniff(Bytes head) {
        return TiffCoding.of(head).isPresent();
    }

    @Override
    public AssetMap map(ByteSource source, Budget budget) throws IOException, MalformedException {
        return new TiffWalk(source, coding(source), budget).map(this);
    }

    private static TiffCoding coding(ByteSource source) throws IOException, MalformedException {
        return TiffCoding.of(source.read(0, (int) Math.min(SIGNATURE_BYTES, source.size())))
                .orElseThrow(() -> new MalformedException(0, "no TIFF header"));
    }

    @Override
    public int exclusions() {
        return 2;
    }

    @Override
    public Layout layout(AssetMap map, long storeLength) {
        return map.placement().orElseThrow().with(storeLength);
    }

    @Override
    public Layout layoutInPlace(AssetMap map, long storeLength) {
        return map.placement().orElseThrow().inPlace(storeLength);
    }

    @Override
    public Layout stripped(AssetMap map) {
        return map.placement().orElseThrow().without();
    }

    @Override
    public Layout withXmp(ByteSource source, AssetMap map, Bytes packet) throws IOException, MalformedException {
        return new TiffXmp(source, map, coding(source)).with(packet);
    }

    @Override
    public Bytes frame(AssetMap map, Bytes store) {
        return store;
    }
}
