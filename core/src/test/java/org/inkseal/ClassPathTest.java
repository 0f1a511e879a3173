package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClassPathTest {
    @Test
    void jacksonDataBindingIsAbsent() {
        assertThatThrownBy(() -> Class.forName("tools.jackson.databind.ObjectMapper"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void jacksonReadsCborWithoutDataBinding() throws Exception {
        assertThat(Class.forName("tools.jackson.dataformat.cbor.CBORFactory")
                        .getConstructor()
                        .newInstance())
                .isNotNull();
    }
}
