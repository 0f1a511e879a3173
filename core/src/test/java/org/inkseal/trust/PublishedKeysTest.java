package org.inkseal.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.inkseal.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedKeysTest {
    @ParameterizedTest
    @ValueSource(strings = {"es256", "es384", "es512", "ps256", "ps384", "ps512", "ed25519"})
    void keysOfPublicExamplesAreKnown(String name) throws Exception {
        Path file = Shared.folder("corpus").resolve("trust/c2pa-rs-certs").resolve(name + ".pub");
        Certificate leaf =
                Certificate.parse(Pem.certificates(Files.readString(file)).get(0));

        assertThat(PublishedKeys.contain(leaf)).isTrue();
    }

    @Test
    void aFreshKeyIsNot() {
        assertThat(PublishedKeys.contain(
                        Draft.leaf("Fresh").keys(Draft.freshKeys()).make().certificate()))
                .isFalse();
    }
}
