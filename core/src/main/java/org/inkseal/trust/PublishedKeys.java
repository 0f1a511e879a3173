package org.inkseal.trust;

import java.util.Set;

/**
 * Signing keys whose private half anybody can download, because it comes with the examples of a public project. What they
 * sign may be from anybody.
 */
public final class PublishedKeys {
    private PublishedKeys() {}

    /** Whether the key of a certificate is one of them. */
    public static boolean contain(Certificate certificate) {
        return Digests.SHA256.contains(certificate.keySha256().hex());
    }

    /** SHA-256 of each key (SubjectPublicKeyInfo). Apart, so that it is made when the first signature is checked. */
    private static final class Digests {
        static final Set<String> SHA256 = Set.of(
                "b0e9d303900e61ddefa9df403ae929bc36163362c8e6cfb530310c382a21aa5d",
                "bacf496d240ffe2acb49cc247b9aa8ce56ea2cdc6f49b9629e2dc0311410707b",
                "5e33f77f14cbc9342944280d914dfeafb2c33da4f07c39145e35d99e93d52025",
                "2dc6855d8037519dd95178d7a2c517804270b42a50a0ab21735b0dcd3c0a8599",
                "873fe22e952da6cffcb199c4b577b70fef965cd6a2f710cf123f2a9dd54eb086",
                "6af97f6dc3ffa0cd59d4cb356d1ce2e103ea0428d4aca62c26b34d1c40d161ef",
                "f9bfeb2302691c4ea89144722b64713e790832d69fa2d89055402c3cf5e6351b",
                "48989101a532566c2928e4b843d8df1a1abd054f25cb09e29de435bebbc70900",
                // Our own, of the test vectors.
                "e3c2f9ccbe5efe001ee5dfa228091381a5306963c1e90bbbfc7bb1d8fc1e6896");

        private Digests() {}
    }
}
