package org.inkseal.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.jumbf.SuperBox;
import org.junit.jupiter.api.Test;

class ManifestStoreTest {
    private static final String LABEL = "urn:c2pa:3a1b0c52-7c54-4ab0-9d4e-000000000001";
    private static final Bytes DATA = data("c2pa.data", "an icon");

    @Test
    void aDataBoxIsFoundByItsUri() throws Exception {
        ManifestStore store = store(manifest(ContentType.MANIFEST, LABEL));

        Optional<SuperBox> relative = store.resolve("self#jumbf=c2pa.databoxes/c2pa.data", LABEL);
        Optional<SuperBox> absolute = store.resolve("self#jumbf=/c2pa/" + LABEL + "/c2pa.databoxes/c2pa.data", "other");

        assertThat(relative).map(SuperBox::raw).contains(DATA);
        assertThat(absolute).isEqualTo(relative);
        assertThat(store.resolve("self#jumbf=c2pa.databoxes/c2pa.data__1", LABEL))
                .isEmpty();
    }

    @Test
    void urisLeadIntoACompressedManifestAsIfItWereNot() throws Exception {
        Bytes manifest = manifest(ContentType.MANIFEST, LABEL);
        Bytes compressed = superBox(
                ContentType.COMPRESSED_MANIFEST, LABEL, JumbfWriter.contentBox("brob", StoredBrotli.of(manifest)));

        ManifestStore store = store(compressed);

        assertThat(store.resolve("self#jumbf=c2pa.databoxes/c2pa.data", LABEL))
                .map(SuperBox::raw)
                .contains(DATA);
        assertThat(store.active().box().raw()).isEqualTo(manifest);
        assertThat(store.active().stored().raw()).isEqualTo(compressed);
    }

    @Test
    void aCompressedUpdateManifestIsOne() throws Exception {
        Bytes update = manifest(ContentType.UPDATE_MANIFEST, LABEL);
        ManifestStore store = store(superBox(
                ContentType.COMPRESSED_MANIFEST, LABEL, JumbfWriter.contentBox("brob", StoredBrotli.of(update))));

        assertThat(store.active().update()).isTrue();
    }

    @Test
    void theTypeOfEarlyDraftsIsAStandardManifest() throws Exception {
        ManifestStore store = store(manifest(ContentType.LEGACY_MANIFEST, "acme:urn:uuid:1"));

        assertThat(store.active().label()).isEqualTo("acme:urn:uuid:1");
        assertThat(store.active().update()).isFalse();
    }

    @Test
    void otherBoxesAreNoManifests() throws Exception {
        Bytes timeStamp = superBox(
                new ContentType(Bytes.concat(
                        Bytes.utf8("c2tm"), ContentType.MANIFEST.uuid().from(4))),
                "time");

        ManifestStore store = store(manifest(ContentType.MANIFEST, LABEL), timeStamp);

        assertThat(store.manifests()).hasSize(1);
        assertThat(store.active().label()).isEqualTo(LABEL);
    }

    @Test
    void aRelabelledManifestKnowsItselfByItsOldName() throws Exception {
        String renamed = LABEL + "::1_1";
        ManifestStore store = store(manifest(ContentType.MANIFEST, LABEL), manifest(ContentType.MANIFEST, renamed));
        String uri = "self#jumbf=/c2pa/" + LABEL + "/c2pa.databoxes";

        Manifest first = store.manifests().get(0);
        Manifest second = store.manifests().get(1);
        assertThat(store.resolve(uri, renamed).orElseThrow())
                .isSameAs(second.box().child("c2pa.databoxes").orElseThrow());
        assertThat(store.resolve(uri, LABEL).orElseThrow())
                .isSameAs(first.box().child("c2pa.databoxes").orElseThrow());
        assertThat(store.resolve(uri, "other").orElseThrow())
                .isSameAs(first.box().child("c2pa.databoxes").orElseThrow());
    }

    @Test
    void onlyAVersionAfterTheGeneratorMakesARelabelledManifest() {
        assertThat(Manifest.originalLabel("urn:c2pa:1:acme:12_1")).contains("urn:c2pa:1:acme");
        assertThat(Manifest.originalLabel("urn:c2pa:1::2_1")).contains("urn:c2pa:1");
        assertThat(Manifest.originalLabel("urn:c2pa:1:acme")).isEmpty();
        assertThat(Manifest.originalLabel("urn:c2pa:1:2_1")).isEmpty();
        assertThat(Manifest.originalLabel("urn:c2pa:1:acme:_1")).isEmpty();
        assertThat(Manifest.originalLabel("urn:c2pa:1:acme:1_")).isEmpty();
        assertThat(Manifest.originalLabel("urn:c2pa:1:acme:1_x")).isEmpty();
        assertThat(Manifest.originalLabel("acme:urn:uuid:1:2_1")).isEmpty();
        assertThat(Manifest.originalLabel("")).isEmpty();
    }

    @Test
    void twoManifestsWithOneLabelAreMalformedEvenIfOneIsCompressed() {
        Bytes manifest = manifest(ContentType.MANIFEST, LABEL);
        Bytes compressed = superBox(
                ContentType.COMPRESSED_MANIFEST, LABEL, JumbfWriter.contentBox("brob", StoredBrotli.of(manifest)));

        assertThatThrownBy(() -> store(manifest, compressed))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("two manifests");
    }

    private static ManifestStore store(Bytes... manifests) throws MalformedException {
        return ManifestStore.read(superBox(ContentType.STORE, "c2pa", manifests), Budget.standard());
    }

    private static Bytes manifest(ContentType type, String label) {
        return superBox(type, label, superBox(ContentType.DATABOXES, "c2pa.databoxes", DATA));
    }

    private static Bytes data(String label, String text) {
        Value value = Value.dict()
                .put("dc:format", "image/png")
                .put("data", Bytes.utf8(text))
                .build();
        return superBox(ContentType.CBOR, label, JumbfWriter.contentBox("cbor", CborWriter.write(value)));
    }

    private static Bytes superBox(ContentType type, String label, Bytes... children) {
        return JumbfWriter.superBox(type, label, Optional.empty(), children);
    }
}
