package org.inkseal.io;

/**
 * Every limit on what a file may ask of its verifier. Exceeding one makes the file invalid, with an explanation that
 * starts with {@code limit.<key>}; it never makes anything valid.
 *
 * <p>A limit that {@linkplain #isTotal() counts a total} is spent over a whole verification; the others bound one value
 * at a time.
 */
public enum Limit {
    /** Bytes of one manifest store. */
    STORE_BYTES("storeBytes", 16L << 20, 64L << 20, false),
    /** JUMBF superboxes inside one another. */
    JUMBF_DEPTH("jumbfDepth", 16, 32, false),
    /** JUMBF boxes of one store. */
    BOXES("boxes", 20_000, 100_000, true),
    /** Manifests of one store. */
    MANIFESTS("manifests", 256, 1_024, false),
    /** Assertions of one manifest. */
    ASSERTIONS("assertions", 1_024, 4_096, false),
    /** UTF-8 bytes of one JUMBF label. */
    LABEL_BYTES("labelBytes", 1_024, 1_024, false),
    /** Characters of one JUMBF URI. */
    URI_CHARACTERS("uriCharacters", 2_048, 2_048, false),
    /** CBOR arrays, maps and tags inside one another. */
    CBOR_DEPTH("cborDepth", 32, 64, false),
    /** Data items of one CBOR document. */
    CBOR_ITEMS("cborItems", 200_000, 1_000_000, false),
    /** Bytes of one CBOR text string. */
    CBOR_TEXT_BYTES("cborTextBytes", 1L << 20, 8L << 20, false),
    /** JSON objects and arrays inside one another. */
    JSON_DEPTH("jsonDepth", 64, 64, false),
    /** Bytes of one JSON document. */
    JSON_BYTES("jsonBytes", 1L << 20, 16L << 20, false),
    /** Ingredients inside one another. */
    INGREDIENT_DEPTH("ingredientDepth", 64, 128, false),
    /** Ingredient references of one store. */
    INGREDIENT_EDGES("ingredientEdges", 4_096, 4_096, true),
    /** Bytes hashed for references inside a store. */
    HASHED_BYTES("hashedBytes", 320L << 20, 1L << 30, true),
    /** Exclusion ranges of one hash assertion. */
    EXCLUSIONS("exclusions", 64, 256, false),
    /** Entries of one general box hash. */
    BOX_HASH_ENTRIES("boxHashEntries", 65_536, 65_536, false),
    /** PNG chunks of one file. */
    PNG_CHUNKS("pngChunks", 1_000_000, 1_000_000, false),
    /** Chunks of one RIFF file. */
    RIFF_CHUNKS("riffChunks", 1_000_000, 1_000_000, false),
    /** Blocks of one GIF file, where a picture counts once. */
    GIF_BLOCKS("gifBlocks", 1_000_000, 1_000_000, false),
    /** XML elements inside one another. */
    XML_DEPTH("xmlDepth", 256, 1_024, false),
    /** JPEG segments before the first scan of one file. */
    JPEG_SEGMENTS("jpegSegments", 65_536, 65_536, false),
    /** Boxes of one ISO base media file. */
    BMFF_BOXES("bmffBoxes", 200_000, 1_000_000, false),
    /** Boxes of an ISO base media file inside one another. */
    BMFF_DEPTH("bmffDepth", 16, 32, false),
    /** Places in one ISO base media file that say where something is, where a list of them counts once. */
    BMFF_OFFSETS("bmffOffsets", 65_536, 262_144, false),
    /** Leaves of one Merkle tree. */
    MERKLE_LEAVES("merkleLeaves", 1_000_000, 10_000_000, false),
    /** IFDs of the main chain of one TIFF file. */
    TIFF_PAGES("tiffPages", 2_000, 2_000, false),
    /** IFDs that one TIFF entry points to. */
    TIFF_SUBFILES("tiffSubfiles", 1_000, 1_000, false),
    /** Entries of all IFDs of one TIFF file, where an IFD counts as one more. */
    TIFF_ENTRIES("tiffEntries", 1_000_000, 4_000_000, true),
    /** Strips and tiles of all pictures of one TIFF file. */
    TIFF_STRIPS("tiffStrips", 10_000_000, 100_000_000, true),
    /** Certificates of one chain. */
    CHAIN_CERTIFICATES("chainCertificates", 8, 20, false),
    /** Bytes of one certificate. */
    CERTIFICATE_BYTES("certificateBytes", 16L << 10, 64L << 10, false),
    /** Steps taken while looking for a path to an anchor. */
    PATH_STEPS("pathSteps", 200, 1_000, false),
    /** Public-key operations of one verification. */
    KEY_OPERATIONS("keyOperations", 500, 2_000, true),
    /** Bytes of one time-stamp token. */
    TIME_STAMP_BYTES("timeStampBytes", 64L << 10, 256L << 10, false),
    /** Bytes of one OCSP response. */
    OCSP_BYTES("ocspBytes", 64L << 10, 256L << 10, false),
    /** OCSP responses of one verification. */
    OCSP_RESPONSES("ocspResponses", 64, 256, true),
    /** Answers of one OCSP response. */
    OCSP_ANSWERS("ocspAnswers", 16, 64, false),
    /** Regions of one file, where PNG chunks of one type that follow each other count once. */
    REGIONS("regions", 65_536, 65_536, false),
    /** Bytes that all compressed manifests of one store swell to. */
    INFLATED_BYTES("inflatedBytes", 32L << 20, 64L << 20, true),
    /** How many times as large a compressed manifest may get, once it has more than 1 MiB. */
    INFLATION_RATIO("inflationRatio", 200, 200, false),
    /** Bytes of one XMP packet. */
    XMP_BYTES("xmpBytes", 1L << 20, 4L << 20, false),
    /** Elements and attributes of one XMP packet. */
    XMP_VALUES("xmpValues", 50_000, 200_000, false);

    private final String key;
    private final long standard;
    private final long cap;
    private final boolean total;

    Limit(String key, long standard, long cap, boolean total) {
        this.key = key;
        this.standard = standard;
        this.cap = cap;
        this.total = total;
    }

    /** The name used in status codes and messages, without the prefix {@code limit.}. */
    public String key() {
        return key;
    }

    /** The value that applies unless the caller asks for another. */
    public long standard() {
        return standard;
    }

    /** The highest value that a caller may ask for. */
    public long cap() {
        return cap;
    }

    /** Whether amounts add up over one verification. */
    public boolean isTotal() {
        return total;
    }
}
