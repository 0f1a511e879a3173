package org.inkseal.asset;

import java.util.List;
import java.util.Optional;
import org.inkseal.io.Bytes;

/** Formats on top of ISO base media files, told apart by the brands in {@code ftyp} (ISO/IEC 14496-12 §4.3). */
enum BmffFamily {
    /** AV1 pictures and sequences of them. */
    AVIF("image/avif", "avif", "avifs"),
    /** HEVC pictures and sequences of them (ISO/IEC 23008-12). */
    HEIC("image/heic", "heic", "heics", "hif"),
    /** Pictures of other codecs. */
    HEIF("image/heif", "heif", "heifs"),
    /** Video. */
    MP4("video/mp4", "mp4", "m4v"),
    /** QuickTime. */
    MOV("video/quicktime", "mov", "qt"),
    /** Audio. */
    M4A("audio/mp4", "m4a", "m4b");

    /** Size and type of the box, major brand, minor version. */
    private static final int BRANDS = 16;

    final String mediaType;
    final List<String> extensions;

    BmffFamily(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** The family of a file: by its major brand, or else by the compatible one that says most. */
    static Optional<BmffFamily> of(Bytes head) {
        if (head.length() < BRANDS || !head.startsWith(4, (byte) 'f', (byte) 't', (byte) 'y', (byte) 'p')) {
            return Optional.empty();
        }
        String major = brand(head, 8);
        Optional<BmffFamily> family = ofBrand(major);
        // Raw pictures of this brand keep absolute offsets in boxes of their maker.
        if (family.isPresent() && family.get() != HEIF || major.equals("crx ")) {
            return family;
        }
        int size =
                (head.unsigned(0) | head.unsigned(1)) != 0 ? head.length() : head.unsigned(2) << 8 | head.unsigned(3);
        for (int at = BRANDS; at + 4 <= Math.min(size, head.length()); at += 4) {
            Optional<BmffFamily> next = ofBrand(brand(head, at));
            if (next.isPresent()
                    && (family.isEmpty() || next.get().ordinal() < family.get().ordinal())) {
                family = next;
            }
        }
        return family;
    }

    private static Optional<BmffFamily> ofBrand(String brand) {
        return switch (brand) {
            case "avif", "avis" -> Optional.of(AVIF);
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs" -> Optional.of(HEIC);
            case "mif1", "mif2", "msf1" -> Optional.of(HEIF);
            case "qt  " -> Optional.of(MOV);
            case "M4A ", "M4B ", "M4P " -> Optional.of(M4A);
            case "isom", "mp41", "mp42", "mp71", "mp4x", "avc1", "M4V ", "M4VH", "M4VP", "MSNV", "XAVC", "f4v " ->
                Optional.of(MP4);
            case "dash", "msdh", "cmfc", "cmf2", "hlsf", "3gp4", "3gp5", "3gp6", "3gp7", "3g2a", "3g2b", "3g2c" ->
                Optional.of(MP4);
            default -> brand.startsWith("iso") ? Optional.of(MP4) : Optional.empty();
        };
    }

    private static String brand(Bytes head, int at) {
        StringBuilder brand = new StringBuilder();
        for (int i = at; i < at + 4; i++) {
            brand.append((char) head.unsigned(i));
        }
        return brand.toString();
    }
}
