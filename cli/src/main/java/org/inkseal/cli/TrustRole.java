package org.inkseal.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.trust.Pem;
import org.inkseal.trust.TrustAnchors;
import org.inkseal.trust.TrustSettings;

/** What the certificates of a list are trusted with. The roles are never mixed. */
enum TrustRole {
    /** Certificates to which those of signers lead. */
    ANCHOR("anchor", "anchors for signers") {
        @Override
        TrustSettings add(TrustSettings settings, String text) {
            return settings.withAnchors(text);
        }

        @Override
        TrustSettings addInstalled(TrustSettings settings, String text) {
            return settings.withSigners(TrustAnchors.ofInstalled(Pem.certificates(text)));
        }
    },
    /** Certificates to which those of time-stamp authorities lead. */
    TSA("tsa", "anchors for time-stamps") {
        @Override
        TrustSettings add(TrustSettings settings, String text) {
            return settings.withTimeStampAnchors(text);
        }

        @Override
        TrustSettings addInstalled(TrustSettings settings, String text) {
            return settings.withTimeStampAuthorities(TrustAnchors.ofInstalled(Pem.certificates(text)));
        }
    },
    /** Certificates that may sign by themselves. */
    ALLOWED("allowed", "single signers") {
        @Override
        TrustSettings add(TrustSettings settings, String text) {
            if (!text.contains("-----BEGIN ")) {
                return settings.withAllowed(text);
            }
            // Their digests are all that is needed: a long list need not be parsed for each picture.
            Set<Bytes> allowed = new LinkedHashSet<>(settings.allowed());
            for (Bytes der : Pem.certificates(text)) {
                allowed.add(HashAlgorithm.SHA256.hash(der));
            }
            return new TrustSettings(
                    settings.signers(),
                    settings.timeStampAuthorities(),
                    allowed,
                    settings.extendedKeyUsages(),
                    settings.identitySigners(),
                    settings.identityIssuers());
        }

        @Override
        int count(String text) {
            int count = TrustSettings.none().withAllowed(text).allowed().size();
            if (count != super.count(text)) {
                throw new IllegalArgumentException("certificates and digests together: one of them is allowed");
            }
            return count;
        }
    },
    /** Certificates to which those of identity assertions lead. */
    IDENTITY("identity", "anchors for identities") {
        @Override
        TrustSettings add(TrustSettings settings, String text) {
            return settings.withIdentityAnchors(text);
        }
    };

    private final String key;
    private final String words;

    TrustRole(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** Its name in the index of the trust folder. */
    String key() {
        return key;
    }

    String words() {
        return words;
    }

    /**
     * Settings with the certificates of a list in this role.
     *
     * @throws IllegalArgumentException if there is none, one cannot be read, or there is a private key among them
     */
    abstract TrustSettings add(TrustSettings settings, String text);

    /**
     * As {@link #add}, for a list that was found good when it was installed: what can be read when it is needed is not
     * read now.
     */
    TrustSettings addInstalled(TrustSettings settings, String text) {
        return add(settings, text);
    }

    /**
     * How many entries a list has; each is read.
     *
     * @throws IllegalArgumentException as for {@link #add}
     */
    int count(String text) {
        TrustSettings only = add(TrustSettings.none(), text);
        return only.signers().certificates().size()
                + only.timeStampAuthorities().certificates().size()
                + only.allowed().size()
                + only.identitySigners().certificates().size();
    }
}
