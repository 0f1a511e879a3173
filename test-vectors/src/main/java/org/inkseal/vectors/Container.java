package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.inkseal.io.Bytes;

/** The containers that vectors are made in: where a store stands in a small picture, and how it is framed. */
enum Container {
    /** PNG: one chunk {@code caBX} after the header (C2PA 2.2 §A.3.2). */
    PNG {
        @Override
        List<Bytes> frame(Bytes store) {
            return List.of(PngChunks.chunk(PngChunks.STORE, store));
        }

        @Override
        List<Bytes> split(Bytes file) {
            List<Bytes> parts = PngChunks.split(file);
            parts.add(0, PngChunks.SIGNATURE);
            return parts;
        }
    },
    /** JPEG: APP11 segments after the JFIF header (C2PA 2.2 §A.3.1); small, so that there are several. */
    JPEG {
        @Override
        List<Bytes> frame(Bytes store) {
            return JpegSegments.packets(store, PACKET);
        }

        @Override
        List<Bytes> split(Bytes file) {
            return JpegSegments.split(file);
        }
    },
    /** JPEG XL: the store as it is, after the file type (C2PA 2.3 §A.3.9). */
    JXL {
        @Override
        List<Bytes> frame(Bytes store) {
            return List.of(store);
        }

        @Override
        List<Bytes> split(Bytes file) {
            return JpegXlBoxes.split(file);
        }
    },
    /** WebP: the last chunk {@code C2PA} (C2PA 2.2 §A.3.7). */
    WEBP {
        @Override
        List<Bytes> frame(Bytes store) {
            return List.of(RiffChunks.chunk("C2PA", store));
        }

        @Override
        List<Bytes> split(Bytes file) {
            return List.of(file, Bytes.EMPTY);
        }

        @Override
        Bytes embed(Bytes picture, Bytes store) {
            return RiffChunks.sized(Bytes.concat(super.embed(picture, store), RiffChunks.pad(store)));
        }
    },
    /** GIF: an application extension after the colour table (C2PA 2.2 §A.3.8). */
    GIF {
        @Override
        List<Bytes> frame(Bytes store) {
            return List.of(GifBlocks.application("C2PA_GIF\1\0\0", store));
        }

        @Override
        List<Bytes> split(Bytes file) {
            return GifBlocks.split(file);
        }
    },
    /** SVG: Base64 in {@code c2pa:manifest} (C2PA 2.2 §A.3.3). */
    SVG {
        @Override
        List<Bytes> frame(Bytes store) {
            return List.of(Bytes.wrap(Base64.getEncoder().encode(store.toArray())));
        }

        @Override
        List<Bytes> split(Bytes file) {
            int at = Forgery.find(file, "<metadata>") + "<metadata>".length();
            return List.of(
                    file.slice(0, at),
                    Bytes.utf8("<c2pa:manifest xmlns:c2pa=\"http://c2pa.org/manifest\">"),
                    Bytes.concat(Bytes.utf8("</c2pa:manifest>"), file.from(at)));
        }
    },
    /** HEIC: a box {@code uuid} after the file type (C2PA 2.4 §A.5). */
    HEIC {
        @Override
        List<Bytes> frame(Bytes store) {
            return List.of(BmffBoxes.frame(store));
        }

        @Override
        List<Bytes> split(Bytes file) {
            return BmffBoxes.afterType(file);
        }

        @Override
        Bytes embed(Bytes picture, Bytes store) {
            return BmffBoxes.embed(picture, store);
        }
    },
    /** AVIF: a box {@code uuid} after the file type (C2PA 2.4 §A.5). */
    AVIF {
        @Override
        List<Bytes> frame(Bytes store) {
            return List.of(BmffBoxes.frame(store));
        }

        @Override
        List<Bytes> split(Bytes file) {
            return BmffBoxes.afterType(file);
        }

        @Override
        Bytes embed(Bytes picture, Bytes store) {
            return BmffBoxes.embed(picture, store);
        }
    },
    /** MP4: a box {@code uuid} after the file type (C2PA 2.4 §A.5). */
    MP4 {
        @Override
        List<Bytes> frame(Bytes store) {
            return List.of(BmffBoxes.frame(store));
        }

        @Override
        List<Bytes> split(Bytes file) {
            return BmffBoxes.afterType(file);
        }

        @Override
        Bytes embed(Bytes picture, Bytes store) {
            return BmffBoxes.embed(picture, store);
        }
    };

    /** The two in which every case is made. The others have vectors of their own. */
    static final List<Container> TWO = List.of(PNG, JPEG);
    /** Those of {@link BmffVectors}. */
    static final List<Container> BMFF = List.of(HEIC, AVIF, MP4);
    /** Those of {@link FormatVectors}. */
    static final List<Container> MORE = List.of(WEBP, GIF, SVG);

    /** Parts before the store: the signature and the header, or the start of the image and the JFIF header. */
    static final int SLOT = 2;

    private static final int PACKET = 600;

    /** The parts that carry a store. */
    abstract List<Bytes> frame(Bytes store);

    /** The parts of a file: chunks or segments. */
    abstract List<Bytes> split(Bytes file);

    /** The ending of file names. */
    String extension() {
        return this == JPEG ? "jpg" : name().toLowerCase(Locale.ROOT);
    }

    /** The small picture, unsigned. */
    Bytes picture() {
        return Vectors.resource(Pictures.SMALL + "small." + extension());
    }

    /** The small picture with a comment, which is metadata. */
    Bytes commented(String comment) {
        Bytes text = Bytes.utf8("Comment\0" + comment);
        return with(this == PNG ? PngChunks.chunk("tEXt", text) : JpegSegments.segment(JpegSegments.COMMENT, text));
    }

    /** The small picture with XMP that says that its store is elsewhere. */
    Bytes linked(String address) {
        Bytes packet = Bytes.utf8("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " dcterms:provenance=\"" + address + "\"/></rdf:RDF></x:xmpmeta>");
        return with(
                this == PNG
                        ? PngChunks.chunk("iTXt", Bytes.concat(Bytes.utf8("XML:com.adobe.xmp\0\0\0\0\0"), packet))
                        : JpegSegments.segment(
                                JpegSegments.APP1, Bytes.concat(Bytes.utf8("http://ns.adobe.com/xap/1.0/\0"), packet)));
    }

    /** The small picture with one more part where a store would stand. */
    private Bytes with(Bytes part) {
        List<Bytes> parts = new ArrayList<>(split(picture()));
        parts.add(SLOT, part);
        return Bytes.concat(parts.toArray(new Bytes[0]));
    }

    /** A picture with a store. */
    Bytes embed(Bytes picture, Bytes store) {
        List<Bytes> parts = new ArrayList<>(split(picture));
        parts.addAll(SLOT, frame(store));
        return Bytes.concat(parts.toArray(new Bytes[0]));
    }

    /** Offset of the store's frame in a file that {@link #embed} made. */
    int slotStart() {
        List<Bytes> parts = split(picture());
        return parts.subList(0, SLOT).stream().mapToInt(Bytes::length).sum();
    }
}
