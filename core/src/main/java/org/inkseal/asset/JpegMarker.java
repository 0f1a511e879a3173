package org.inkseal.asset;

/** The marker codes of T.81 Table B.1: the byte after FF. */
final class JpegMarker {
    static final int RST0 = 0xd0;
    static final int RST7 = 0xd7;
    static final int SOI = 0xd8;
    static final int EOI = 0xd9;
    static final int SOS = 0xda;
    static final int APP1 = 0xe1;
    static final int APP2 = 0xe2;
    static final int APP11 = 0xeb;

    private static final int TEM = 0x01;
    private static final int APP13 = 0xed;
    private static final int COM = 0xfe;

    private JpegMarker() {}

    /** The name of the table, which a general box hash uses too (C2PA 2.2 §A.3.1). */
    static String name(int code) {
        if (code >= 0xe0 && code <= 0xef) {
            return "APP" + (code - 0xe0);
        }
        if (code >= 0xd0 && code <= 0xd7) {
            return "RST" + (code - 0xd0);
        }
        if (code >= 0xf0 && code <= 0xfd) {
            return "JPG" + (code - 0xf0);
        }
        return switch (code) {
            case TEM -> "TEM";
            case 0xc4 -> "DHT";
            case 0xc8 -> "JPG";
            case 0xcc -> "DAC";
            case SOI -> "SOI";
            case EOI -> "EOI";
            case SOS -> "SOS";
            case 0xdb -> "DQT";
            case 0xdc -> "DNL";
            case 0xdd -> "DRI";
            case 0xde -> "DHP";
            case 0xdf -> "EXP";
            case COM -> "COM";
            default -> code >= 0xc0 && code <= 0xcf ? "SOF" + (code - 0xc0) : "RES";
        };
    }

    /** Whether no length follows the marker. */
    static boolean standsAlone(int code) {
        return code == TEM || code >= 0xd0 && code <= 0xd9;
    }

    /** Whether the marker cannot stand between SOI and the first SOS. */
    static boolean isMisplaced(int code) {
        return code == 0 || code == SOI || code == EOI;
    }

    /**
     * What a segment holds. APP0 (density), APP2 (colour profile, further pictures) and APP14 (colour transform) change
     * what is seen, and nothing is known of the other APPn: they are content.
     */
    static Region.Kind kind(int code) {
        return code == APP1 || code == APP13 || code == COM ? Region.Kind.METADATA : Region.Kind.CONTENT;
    }
}
