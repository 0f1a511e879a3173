package org.inkseal.trust;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/** Reads what callers write about trust. What is wrong is named by its number in the text, never shown. */
final class TrustText {
    private TrustText() {}

    static List<Certificate> certificates(String pem) {
        List<Certificate> certificates = new ArrayList<>();
        for (Bytes der : Pem.certificates(pem)) {
            try {
                certificates.add(Certificate.parse(der));
            } catch (MalformedException e) {
                throw new IllegalArgumentException(
                        "PEM certificate " + (certificates.size() + 1) + " of the trust list: " + e.getMessage());
            }
        }
        return List.copyOf(certificates);
    }

    static Set<Bytes> allowed(String list) {
        Set<Bytes> digests = new LinkedHashSet<>();
        PemText text = PemText.read(list);
        if (!text.blocks().isEmpty()) {
            certificates(list).forEach(certificate -> digests.add(certificate.sha256()));
        }
        int number = 0;
        for (String line : text.rest()) {
            number++;
            if (!isComment(line)) {
                digests.add(digest(line, number));
            }
        }
        if (digests.isEmpty()) {
            throw new IllegalArgumentException("the list of allowed certificates is empty");
        }
        return digests;
    }

    private static Bytes digest(String line, int number) {
        Bytes digest;
        try {
            digest = Bytes.wrap(Base64.getDecoder().decode(line));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + " of the allowed certificates is not base64");
        }
        if (digest.length() != HashAlgorithm.SHA256.length()) {
            throw new IllegalArgumentException("line " + number + " of the allowed certificates holds "
                    + digest.length() + " bytes: a SHA-256 digest has 32");
        }
        return digest;
    }

    static Set<String> keyPurposes(String config) {
        Set<String> purposes = new LinkedHashSet<>();
        int number = 0;
        for (String line : PemText.read(config).rest()) {
            number++;
            if (!isComment(line)) {
                if (ASN1ObjectIdentifier.tryFromID(line) == null) {
                    throw new IllegalArgumentException(
                            "line " + number + " of the key purposes is not an object identifier");
                }
                purposes.add(line);
            }
        }
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("the list of key purposes is empty");
        }
        return purposes;
    }

    private static boolean isComment(String line) {
        return line.startsWith("//") || line.startsWith("#");
    }
}
