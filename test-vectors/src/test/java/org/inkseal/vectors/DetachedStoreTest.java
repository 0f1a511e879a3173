package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;
import org.inkseal.net.Network;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.StoreOrigin;
import org.inkseal.report.UnsignedRange;
import org.inkseal.report.ValidationState;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetachedStoreTest {
    private static final Verifier VERIFIER =
            Verifier.at(Vectors.NOW).trusting(TrustSettings.none().withAnchors(Vectors.anchor()));
    private static final String URL = "https://store.example/one.c2pa#jumbf=c2pa";

    @ParameterizedTest
    @EnumSource
    void aStoreBesideThePictureBindsIt(Container container) throws Exception {
        Bytes picture = container.picture();

        Report report = VERIFIER.verify(ByteSource.of(picture), beside(container, picture));

        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.storeOrigin()).isEqualTo(StoreOrigin.SIDECAR);
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG"})
    void aStoreBesideAnotherPictureDoesNot(Container container) throws Exception {
        Report report =
                VERIFIER.verify(ByteSource.of(container.commented("changed")), beside(container, container.picture()));

        requireMismatch(report);
    }

    @ParameterizedTest
    @EnumSource
    void aStoreInThePictureAlwaysWins(Container container) throws Exception {
        Bytes signed = new Forgery(container, 2).created().file();

        Report report = VERIFIER.verify(ByteSource.of(signed), Bytes.utf8("anything"));

        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.storeOrigin()).isEqualTo(StoreOrigin.EMBEDDED);
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG"})
    void aDamagedStoreInThePictureIsNotMadeGoodByAnother(Container container) throws Exception {
        Bytes signed = new Forgery(container, 2).created().file();
        Bytes damaged = Forgery.flip(signed, Forgery.find(signed, "c2pa.signature") + 200);
        Bytes twice = Bytes.concat(container.embed(signed, beside(container, container.picture())));

        Report one = VERIFIER.verify(ByteSource.of(damaged), beside(container, damaged));
        Report two = VERIFIER.verify(ByteSource.of(twice), beside(container, twice));

        assertThat(one.state()).isEqualTo(ValidationState.INVALID);
        assertThat(two.state()).isEqualTo(ValidationState.NONE);
        assertThat(two.active().has(StatusCode.MULTIPLE_STORES)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG"})
    void whereAStoreStoodOnceOnlyMetadataMayStandNow(Container container) throws Exception {
        Bytes commented = container.commented("in the place of a store");
        int length = commented.length() - container.picture().length();

        Report metadata = VERIFIER.verify(ByteSource.of(commented), leavingOut(container, commented, length));
        Report more = VERIFIER.verify(ByteSource.of(commented), leavingOut(container, commented, length + 1));

        assertThat(metadata.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(metadata.active().has(StatusCode.ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT))
                .isTrue();
        requireMismatch(more);
    }

    private static Bytes leavingOut(Container container, Bytes picture, int length) throws Exception {
        return new Forgery(container, 2)
                .created()
                .in(picture)
                .excluding(slot -> List.of(new Range(slot.start(), length)))
                .storeBeside();
    }

    @Test
    void whatIsNoStoreBreaksThePictureThatItIsHandedOverFor() throws Exception {
        Report report = VERIFIER.verify(ByteSource.of(Container.PNG.picture()), Bytes.utf8("no store"));

        assertThat(report.state()).isEqualTo(ValidationState.INVALID);
        assertThat(report.active().has(StatusCode.GENERAL_ERROR)).isTrue();
        assertThat(report.storeOrigin()).isEqualTo(StoreOrigin.SIDECAR);
    }

    @Test
    void withoutANetworkNothingIsFetched() throws Exception {
        Report report = VERIFIER.verify(ByteSource.of(linked()));

        assertThat(report.state()).isEqualTo(ValidationState.NONE);
        assertThat(report.storeOrigin()).isEqualTo(StoreOrigin.NONE);
        assertThat(report.remoteManifest()).contains(URL);
    }

    @Test
    void aStoreIsFetchedFromWhereThePictureSays() throws Exception {
        Recorded network = new Recorded(Optional.of(beside(Container.PNG, linked())));

        Report report = VERIFIER.online(network).verify(ByteSource.of(linked()));

        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.storeOrigin()).isEqualTo(StoreOrigin.REMOTE);
        assertThat(report.remoteManifest()).contains(URL);
        assertThat(network.asked).containsExactly(URI.create("https://store.example/one.c2pa"));
    }

    @Test
    void aStoreBesideThePictureIsTakenBeforeOneFarAway() throws Exception {
        Recorded network = new Recorded(Optional.empty());

        Report report = VERIFIER.online(network).verify(ByteSource.of(linked()), beside(Container.PNG, linked()));

        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.storeOrigin()).isEqualTo(StoreOrigin.SIDECAR);
        assertThat(network.asked).isEmpty();
    }

    @Test
    void theStoreOfAnotherPictureBindsNothing() throws Exception {
        Recorded network = new Recorded(Optional.of(beside(Container.PNG, Container.PNG.picture())));

        requireMismatch(VERIFIER.online(network).verify(ByteSource.of(linked())));
    }

    @Test
    void aStoreThatCannotBeReachedIsNone() throws Exception {
        Report report = VERIFIER.online(new Recorded(Optional.empty())).verify(ByteSource.of(linked()));

        assertThat(report.state()).isEqualTo(ValidationState.NONE);
        assertThat(report.active().has(StatusCode.MANIFEST_INACCESSIBLE)).isTrue();
    }

    @Test
    void whatIsFetchedAndIsNoStoreIsSaidToBeMalformed() throws Exception {
        Recorded network = new Recorded(Optional.of(Bytes.utf8("<html>")));

        Report report = VERIFIER.online(network).verify(ByteSource.of(linked()));

        assertThat(report.state()).isEqualTo(ValidationState.INVALID);
        assertThat(report.active().has(StatusCode.MANIFEST_INACCESSIBLE_MALFORMED))
                .isTrue();
    }

    @Test
    void noNetworkIsAskedForAPictureThatCarriesItsStore() throws Exception {
        Recorded network = new Recorded(Optional.empty());
        Bytes signed = new Forgery(Container.PNG, 2).created().in(linked()).file();

        Report report = VERIFIER.online(network).verify(ByteSource.of(signed));

        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(network.asked).isEmpty();
    }

    @Test
    void whatAHashLeavesOutIsNamedWithItsPlace() throws Exception {
        for (String name : List.of("binding/metadata-excluded", "boxes/metadata-excluded")) {
            Report png = VERIFIER.verify(ByteSource.of(Vectors.bytes(name + ".png")));
            Report jpg = VERIFIER.verify(ByteSource.of(Vectors.bytes(name + ".jpg")));

            assertThat(png.unsignedRanges()).extracting(UnsignedRange::name).containsExactly("tEXt");
            assertThat(jpg.unsignedRanges()).extracting(UnsignedRange::name).containsExactly("COM");
            UnsignedRange range = png.unsignedRanges().get(0);
            assertThat(Vectors.bytes(name + ".png").slice((int) range.start(), (int) (range.start() + range.length())))
                    .satisfies(
                            bytes -> assertThat(Forgery.find(bytes, "harbour")).isPositive());
        }
    }

    @Test
    void manifestsThatNothingLeadsToAreCounted() throws Exception {
        Forgery other = new Forgery(Container.PNG, 6).created();
        other.file();
        Bytes file =
                new Forgery(Container.PNG, 2).created().after(other.manifest()).file();

        Report report = VERIFIER.verify(ByteSource.of(file));

        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.unreferenced()).isEqualTo(1);
    }

    private static void requireMismatch(Report report) {
        assertThat(report.state()).isEqualTo(ValidationState.INVALID);
        assertThat(report.active().has(StatusCode.ASSERTION_DATA_HASH_MISMATCH)).isTrue();
    }

    private static Bytes beside(Container container, Bytes picture) throws Exception {
        return new Forgery(container, 2)
                .created()
                .in(picture)
                .excluding(slot -> List.of())
                .storeBeside();
    }

    private static Bytes linked() {
        return Container.PNG.linked(URL);
    }

    /** A network that answers with one body, or with none, and remembers what it was asked for. */
    private static final class Recorded implements Network {
        private final Optional<Bytes> body;
        private final List<URI> asked = new ArrayList<>();

        Recorded(Optional<Bytes> body) {
            this.body = body;
        }

        @Override
        public Reply get(URI uri, int most) throws IOException {
            asked.add(uri);
            return new Reply("application/c2pa", body.orElseThrow(() -> new IOException("store.example is silent")));
        }

        @Override
        public Reply post(URI uri, String mediaType, Bytes sent, int most) throws IOException {
            throw new IOException("nothing is posted here");
        }
    }
}
