package org.inkseal.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.inkseal.io.Bytes;

/**
 * One target for each parser. In the build the inputs that once failed are read again, from {@code
 * ParserFuzzTestInputs} among the resources; {@code fuzz/run.sh} looks for new ones.
 */
class ParserFuzzTest {
    private static final Bounds BOUNDS = Bounds.underHooks(Boolean.getBoolean("inkseal.timed"));

    @FuzzTest
    void jpeg(byte[] input) {
        read(Parser.JPEG, input);
    }

    @FuzzTest
    void png(byte[] input) {
        read(Parser.PNG, input);
    }

    @FuzzTest
    void webp(byte[] input) {
        read(Parser.WEBP, input);
    }

    @FuzzTest
    void gif(byte[] input) {
        read(Parser.GIF, input);
    }

    @FuzzTest
    void svg(byte[] input) {
        read(Parser.SVG, input);
    }

    @FuzzTest
    void jpegXl(byte[] input) {
        read(Parser.JPEG_XL, input);
    }

    @FuzzTest
    void tiff(byte[] input) {
        read(Parser.TIFF, input);
    }

    @FuzzTest
    void bmff(byte[] input) {
        read(Parser.BMFF, input);
    }

    @FuzzTest
    void jumbf(byte[] input) {
        read(Parser.JUMBF, input);
    }

    @FuzzTest
    void cbor(byte[] input) {
        read(Parser.CBOR, input);
    }

    @FuzzTest
    void json(byte[] input) {
        read(Parser.JSON, input);
    }

    @FuzzTest
    void cose(byte[] input) {
        read(Parser.COSE, input);
    }

    @FuzzTest
    void certificate(byte[] input) {
        read(Parser.CERTIFICATE, input);
    }

    @FuzzTest
    void timeStamp(byte[] input) {
        read(Parser.TIME_STAMP, input);
    }

    @FuzzTest
    void ocsp(byte[] input) {
        read(Parser.OCSP, input);
    }

    @FuzzTest
    void xmp(byte[] input) {
        read(Parser.XMP, input);
    }

    @FuzzTest
    void verification(byte[] input) {
        read(Parser.VERIFICATION, input);
    }

    private static void read(Parser parser, byte[] input) {
        parser.read(Bytes.wrap(input), BOUNDS);
    }
}
