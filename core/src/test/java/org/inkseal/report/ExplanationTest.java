package org.inkseal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {
    @ParameterizedTest
    @EnumSource
    void everyCodeIsExplainedWithItsClause(StatusCode code) {
        Explanation explanation = Explanation.of(code);

        assertThat(explanation.clause()).matches("(C2PA 2\\.[2-5]|CAWG identity 1\\.3) §\\d+(\\.\\d+)*");
        assertThat(explanation.text()).matches("[A-Z][ -~]{20,230}\\.");
        // What is proven is that nobody changed it, and who holds a key; nothing more.
        assertThat(explanation.text()).doesNotContainIgnoringCase("authentic", "genuine", "verified by");
    }
}
