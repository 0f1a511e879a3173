package org.inkseal.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.inkseal.assertion.AssertionTypes;
import org.inkseal.assertion.Content;
import org.inkseal.assertion.DataHash;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.manifest.ManifestDraft;
import org.inkseal.manifest.ManifestStore;
import org.inkseal.trust.Credential;
import org.inkseal.trust.SelfIssued;
import org.junit.jupiter.api.Test;

class SealApartTest {
    @Test
    void aStoreBesideItsPictureBindsEveryByteOfIt() throws Exception {
        byte[] picture = new byte[5000];
        new SecureRandom().nextBytes(picture);
        Credential credential = SelfIssued.create(
                "Test", SignatureAlgorithm.ES256, Instant.now(), Duration.ofDays(1), new SecureRandom());
        ManifestDraft draft = new ManifestDraft(Value.dict().put("name", "test").build(), new SecureRandom());

        Seal.Store store = new Seal(CredentialSigner.of(credential))
                .apart(ByteSource.of(Bytes.wrap(picture)), draft, Progress.NONE);

        ManifestStore read = ManifestStore.read(store.bytes(), Budget.standard());
        SuperBox box = read.active()
                .assertionStore()
                .flatMap(all -> all.child(DataHash.LABEL))
                .orElseThrow();
        DataHash binding = (DataHash) AssertionTypes.read(DataHash.LABEL, Content.read(box, Budget.standard()));
        assertThat(binding.exclusions()).isEmpty();
        assertThat(binding.hash()).isEqualTo(Optional.of(HashAlgorithm.SHA256.hash(Bytes.wrap(picture))));
        assertThat(store.withoutTime()).isEmpty();
    }
}
