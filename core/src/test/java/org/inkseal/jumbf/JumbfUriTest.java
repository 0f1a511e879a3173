package org.inkseal.jumbf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JumbfUriTest {
    private static final String MANIFEST = "urn:c2pa:00000000-0000-4000-8000-000000000002";

    @Test
    void absoluteUriHasAManifest() {
        JumbfUri expected = new JumbfUri(Optional.of(MANIFEST), List.of("c2pa.assertions", "c2pa.actions.v2__1"));
        String text = "self#jumbf=/c2pa/" + MANIFEST + "/c2pa.assertions/c2pa.actions.v2__1";

        assertThat(JumbfUri.parse(text)).contains(expected);
        assertThat(JumbfUri.parse(text.replace("=/", "="))).contains(expected);
        assertThat(expected).hasToString(text);
        assertThat(JumbfUri.absolute(MANIFEST, "c2pa.assertions", "c2pa.actions.v2__1"))
                .isEqualTo(text);
        assertThat(expected.within("other")).isEqualTo(expected);
        assertThat(JumbfUri.parse(JumbfUri.absolute(MANIFEST)))
                .contains(new JumbfUri(Optional.of(MANIFEST), List.of()));
    }

    @Test
    void relativeUriIsUnderstoodWithinAManifest() {
        JumbfUri relative =
                JumbfUri.parse("self#jumbf=c2pa.databoxes/c2pa.data").orElseThrow();

        assertThat(relative.manifest()).isEmpty();
        assertThat(relative).hasToString("self#jumbf=c2pa.databoxes/c2pa.data");
        assertThat(JumbfUri.relative("c2pa.databoxes", "c2pa.data")).isEqualTo(relative.toString());
        assertThat(relative.within("m")).hasToString("self#jumbf=/c2pa/m/c2pa.databoxes/c2pa.data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "self#jumbf=",
                "self#jumbf=/",
                "self#jumbf=/c2pa",
                "self#jumbf=/c2pa/",
                "self#jumbf=c2pa/",
                "self#jumbf=//c2pa/m",
                "self#jumbf=/c2pa//m",
                "self#jumbf=/c2pa/m/",
                "self#jumbf=/c2pa/m//a",
                "self#jumbf=/c2pa/m/../n",
                "self#jumbf=../a",
                "self#jumbf=a/..",
                "self#jumbf=./a",
                "self#jumbf=a/./b",
                "self#jumbf=/c2pa/m/%2e%2e/a",
                "self#jumbf=a%2fb",
                "self#jumbf=a%",
                "SELF#jumbf=a",
                "self#JUMBF=a",
                "self#jumbf",
                "jumbf=a",
                "#jumbf=a",
                "http://example.com/self#jumbf=a",
                "self#jumbf=/other/m/a",
                "self#jumbf=a\u0000b",
                "self#jumbf=a\r\nb",
                "self#jumbf=a\u007fb",
                "self#jumbf=a\u0085b",
                "self#jumbf=a;b",
                "self#jumbf=a?b",
                "self#jumbf=a#b",
                "self#jumbf=\ufeffa",
                "self#jumbf=a\uffff",
                "self#jumbf=a\ud800",
                "self#jumbf=\udc00a",
                " self#jumbf=a"
            })
    void uriThatNamesNoBoxIsNone(String uri) {
        assertThat(JumbfUri.parse(uri)).isEmpty();
    }

    @Test
    void lengthIsBoundedExactly() {
        String longest = "self#jumbf=" + "a".repeat(2048 - 11);

        assertThat(JumbfUri.parse(longest)).isPresent();
        assertThat(JumbfUri.parse(longest + "a")).isEmpty();
    }

    @Test
    void labelThatCouldNotBeReadBackIsRefused() {
        assertThatThrownBy(() -> JumbfUri.absolute("a/b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JumbfUri.relative()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JumbfUri.relative("c2pa", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void instanceIsTakenOffALabelAndPutBack() {
        assertThat(Label.parse("c2pa.ingredient.v3__1")).isEqualTo(new Label("c2pa.ingredient.v3", OptionalInt.of(1)));
        assertThat(Label.parse("a__1__22")).isEqualTo(new Label("a__1", OptionalInt.of(22)));
        assertThat(Label.parse("a___3")).isEqualTo(new Label("a_", OptionalInt.of(3)));
        String[] whole = {
            "c2pa.actions.v2", "a__", "a_1", "__1", "a__1x", "a__01", "a__1234567890", "1", "", "a__\u0661", "a__-1"
        };
        for (String label : whole) {
            assertThat(Label.parse(label)).isEqualTo(new Label(label, OptionalInt.empty()));
        }
        for (String label : new String[] {"a__0", "a__999999999", "c2pa.thumbnail.ingredient__1", "a__1__22"}) {
            assertThat(Label.parse(label)).hasToString(label);
        }
    }

    @Test
    void contentTypeIsReadable() {
        assertThat(ContentType.ASSERTION_STORE).hasToString("c2as");
        assertThat(ContentType.ASSERTION_STORE.uuid().hex()).isEqualTo("6332617300110010800000aa00389b71");
        assertThat(ContentType.EMBEDDED_FILE).hasToString("40cb0c32-bb8a-489d-a70b-2ad6f47f4369");
    }
}
