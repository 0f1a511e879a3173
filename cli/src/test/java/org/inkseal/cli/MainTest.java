package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void versionIsTheOneOfTheBuild() {
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), "--version");

        assertThat(code).isZero();
        assertThat(out.toString()).matches("inkseal \\d+\\.\\d+\\.\\d+\\S*\\R");
        assertThat(err.toString()).isEmpty();
    }
}
