package org.inkseal.iscc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ImageCodeTest {
    /** The grey values of the picture among the published conformance vectors of ISO 24138, a row in each line. */
    private static final String PUBLISHED = """
            17110d0f194f5b5b69446d63625d4b453a333347999f82505e505a4d3213171a
            1210080910446b70494f70616a5a484c57432b70aea17a4a6144384832111216
            0f120a070b408d5f46606e807946434466817ca6b6a8672f58472c3e35111215
            0d110b070670c8ad655d7b805e474b4d73859ab1ceb2542146472d2a31121114
            0d110c07066bbcd6b8625a65575450536c7989b1d5bc351f2332312328141013
            11120c070859b9d5cfad4f525c59495e7060507eb5af2d1b2319252a2a161014
            13120d070845b4dfd0be94747863475579636a79757e3f16241f1c2e30181114
            12141008073d8fdddfcfb08182586249627a7c82815a3510202c1f2f2c181213
            12161108063561c1ddd8c899826f635d679081696a462c151927213328171313
            13181309052b62b2d7ddbc989b7b73676d9392886a5135161a1b233325171314
            1519140b051c67a1c5cfbeb3a98b8577698b7c8473583d16242b263724191818
            1719130d061057709ebcb6a8a699817b847f9f9b776a471b23292f3b271c1a1b
            1819130e08064b80a1abae99a7a9855d9a7d726067534a1f202832482a1f1b1c
            1a1812100d033683a4a3b9bfb6afa8809583407d86523123212e3748261c1a1c
            1a17121110091d80a7b4c3af92cfb69d816b8c809c6c5721212c3831201b1a1e
            1a1812121313166baea8a8cb93cadfa67f4b54859171502127352b1c1e211f23
            1a1513171c1913509286d2a1c797e1af805a89ad66513826373d211a24272323
            1a17191a212615208dcfc2b88696d7ca8144907c686242384636262624242526
            1a1a1a191f28271b5dcfd3a1b3c99fd28b30637d73564b44372728232326272a
            1b1b1e1b1e232a2b4189cac2a6af88c39d3a626e705a503614172128272a292b
            1a1b241d1d22252b2664c6ded7d0b7b5ad576e827d6c6430191d22292c2d2c2d
            1a1b241f21231f222676eae7f1d4e3b477958a8d928e833c30312a2a2d2f2e2d
            1e2422292b2c2b373d67f2faf9e6efdf8bc49ca3aab0982f29373b39342d2d2e
            232d222634393d363f68dcfef1f0f0d8a9b1add5d0c3a8432c39342d302d2d30
            2f3426282d353e4a626889d1c7b5dcd7b46d7af1ecd6a33c3a303d36312c2e32
            3a342925343e45626051476e7a6879785d3243dbf9d77f423b36293a37292d35
            433d36204357515c4f463d665a524a474639286ebb8458514438303a402c2d34
            49483324505755583f464b57514b4b4a4e4332364532494f4b393e3741372d34
            4d4828334e4a5b55364e5b4853494c494c4a3a384331424a3d39443f363d3533
            48463841444c584c385160445049484b4d423f3d413541453b3b3d4635403337
            4644404342464f44425156454e4949494d413e44423a433e403b3d3e373f2f34
            4d4440453f44454849544c484e4d4a484d434340463b404142413c41353d3133
            """;

    /** What is published for it with 256 bits begins with these 64. */
    private static final String PUBLISHED_CODE = "ISCC:EEA4GQZQTY6J5DTH";

    @Test
    void theCodeOfThePublishedPictureIsThePublishedOne() {
        assertThat(ImageCode.of(published())).hasToString(PUBLISHED_CODE);
    }

    @Test
    void aBlackPictureHasNoBitSet() {
        assertThat(ImageCode.of(new byte[1024])).hasToString("ISCC:EEAQAAAAAAAAAAAA");
    }

    @Test
    void inAWhitePictureOnlyTheMeanStandsOut() {
        byte[] white = new byte[1024];
        Arrays.fill(white, (byte) 255);

        assertThat(ImageCode.of(white)).isEqualTo(new ImageCode(Long.MIN_VALUE)).hasToString("ISCC:EEAYAAAAAAAAAAAA");
    }

    @Test
    void theDistanceIsTheNumberOfBitsThatDiffer() {
        assertThat(new ImageCode(-1).distance(new ImageCode(0))).isEqualTo(64);
        assertThat(new ImageCode(0b1011).distance(new ImageCode(0b0010))).isEqualTo(2);
        assertThat(new ImageCode(7).distance(new ImageCode(7))).isZero();
    }

    @Test
    void twiceAsBrightIsTheSamePicture() {
        byte[] dark = published();
        for (int i = 0; i < dark.length; i++) {
            dark[i] = (byte) (Byte.toUnsignedInt(dark[i]) / 2);
        }

        assertThat(ImageCode.of(dark).distance(ImageCode.of(published()))).isLessThanOrEqualTo(2);
    }

    @Test
    void anotherNumberOfValuesIsRefused() {
        assertThatThrownBy(() -> ImageCode.of(new byte[1023]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1023 grey values: 1024 are needed");
    }

    private static byte[] published() {
        return HexFormat.of().parseHex(PUBLISHED.replace("\n", ""));
    }
}
