package org.inkseal.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.BoxWalk;
import org.inkseal.asset.Carrier;
import org.inkseal.cbor.CborReader;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseSign1;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Progress;
import org.inkseal.manifest.ManifestStore;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.CertificateProfile;
import org.inkseal.trust.OcspResponse;
import org.inkseal.trust.TimeStamp;
import org.inkseal.trust.TrustSettings;
import org.inkseal.vectors.Vectors;
import org.inkseal.xmp.Xmp;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpPacket;
import org.inkseal.xmp.XmpProperty;
import org.inkseal.xmp.XmpProvenance;

/**
 * Everything that reads bytes of strangers. Whatever the bytes are, it answers or says that they are malformed; anything
 * else that is thrown is a fault of ours.
 */
public enum Parser {
    /** JPEG. */
    JPEG(format("JPEG")),
    /** PNG. */
    PNG(format("PNG")),
    /** WebP. */
    WEBP(format("WebP")),
    /** GIF. */
    GIF(format("GIF")),
    /** SVG, and the XML below it. */
    SVG(format("SVG")),
    /** JPEG XL. */
    JPEG_XL(format("JPEG XL")),
    /** TIFF, BigTIFF and DNG. */
    TIFF(format("TIFF")),
    /** ISO base media files; one class reads all of them. */
    BMFF(format("HEIC")),
    /** The boxes of a manifest store, and the manifests in them. */
    JUMBF(input -> ManifestStore.read(input, Budget.standard())),
    /** CBOR: what was read is read the same once it was written. */
    CBOR(input -> {
        Value value = CborReader.read(input, Budget.standard());
        requireSame(value, CborReader.read(CborWriter.write(value), Budget.standard()));
    }),
    /** JSON: what was read is read the same once it was written. */
    JSON(input -> {
        Value value = JsonReader.read(input, Budget.standard());
        requireSame(value, JsonReader.read(Bytes.utf8(JsonWriter.write(value, false)), Budget.standard()));
    }),
    /** COSE_Sign1 and its headers. */
    COSE(input -> {
        CoseSign1 message = CoseSign1.read(input, Budget.standard());
        message.algorithm();
        message.issuedAt();
        message.contentType();
        message.hidesNothing();
        message.signatureStructure(Bytes.EMPTY);
        message.certificates(Budget.standard());
    }),
    /** A certificate, every rule about it, and its key. */
    CERTIFICATE(input -> {
        Certificate certificate = Certificate.parse(input);
        CertificateProfile.violations(certificate, Set.of());
        CertificateProfile.timeStampViolations(certificate);
        CertificateProfile.responderViolations(certificate);
        CertificateProfile.issuerViolations(certificate);
        certificate.subjectAttributes();
        certificate.ocspResponders();
        certificate.policies();
        certificate.isSignedBy(certificate);
        certificate.key();
    }),
    /** A time-stamp token, alone and in its response. */
    TIME_STAMP(input -> {
        for (boolean isResponse : new boolean[] {false, true}) {
            TimeStamp.check(input, isResponse, Bytes.EMPTY, TrustSettings.none(), Vectors.NOW, Budget.standard());
        }
    }),
    /** An OCSP response, asked about a certificate that it may mean. */
    OCSP(input -> {
        OcspResponse response = OcspResponse.read(input, Budget.standard());
        response.nonce();
        response.mentions(Samples.SUBJECT, Samples.ISSUER);
        response.about(Samples.SUBJECT, Samples.ISSUER, Samples.RULE, Budget.standard());
    }),
    /** An XMP packet, read and written. */
    XMP(input -> {
        Xmp.read(input, Budget.standard());
        String address = "https://example.com/<&\">";
        XmpProperty property = XmpProperty.text(XmpName.PROVENANCE, address);
        Bytes changed = XmpPacket.with(input, List.of(property), Set.of());
        requireSame(Optional.of(address), XmpProvenance.find(changed, Budget.standard()));
    }),
    /** A verification from end to end. */
    VERIFICATION(input -> Samples.VERIFIER.verify(ByteSource.of(input)));

    private final Reading reading;

    private interface Reading {
        void of(Bytes input) throws IOException, MalformedException;
    }

    Parser(Reading reading) {
        this.reading = reading;
    }

    /**
     * Lets the parser read an input.
     *
     * @return whether it was read to its end
     * @throws RuntimeException if it fails in any way but the one that is foreseen, or costs more than it may
     */
    public boolean read(Bytes input, Bounds bounds) {
        try {
            return bounds.around(() -> {
                reading.of(input);
                return true;
            });
        } catch (MalformedException e) {
            if (e.offset() < 0) {
                throw new IllegalStateException(e.describe(), e);
            }
            return false;
        } catch (IOException e) {
            // Of a file in memory these are formats that are not known and files that nothing can be put into.
            return false;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the parser read an input of any size, whatever it costs. */
    void readAtAnyCost(Bytes input) throws IOException, MalformedException {
        reading.of(input);
    }

    private static Reading format(String name) {
        AssetFormat format = AssetFormats.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return input -> walk(format, ByteSource.of(input));
    }

    private static void walk(AssetFormat format, ByteSource source) throws IOException, MalformedException {
        Budget budget = Budget.standard();
        AssetMap map = format.map(source, budget);
        for (Carrier carrier : map.carriers()) {
            carrier.store(source, budget);
        }
        format.xmp(source, map, budget);
        Optional<BoxWalk> boxes = format.boxes(source, map, Set.of());
        if (boxes.isPresent()) {
            while (boxes.get().next().isPresent()) {
                budget.limits();
            }
        }
        format.change(map);
        format.layout(map, Samples.STORE_LENGTH);
        format.stripped(map)
                .writeTo(source, Channels.newChannel(new ByteArrayOutputStream()), Bytes.EMPTY, Progress.NONE);
    }

    private static void requireSame(Object before, Object after) {
        if (!before.equals(after)) {
            throw new IllegalStateException(before + " was read again as " + after);
        }
    }
}
