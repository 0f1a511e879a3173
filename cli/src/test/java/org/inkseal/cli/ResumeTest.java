package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    @TempDir
    Path folder;

    @Test
    void whatIsThereStaysAndTheRestIsMade() throws IOException {
        for (String name : new String[] {"a.png", "b.jpg", "c.png"}) {
            Pictures.make(folder.resolve("in").resolve(name));
        }
        Path out = folder.resolve("out");
        assertThat(label("in/a.png", "in/b.jpg").code()).isZero();
        byte[] made = Files.readAllBytes(out.resolve("a.png"));
        FileTime when = Files.getLastModifiedTime(out.resolve("a.png"));
        Files.write(out.resolve(".c.png.inkseal-999999999-0123456789abcdef.tmp"), new byte[10]);

        Run run = label("-r", "in", "--resume");

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("inkseal: 3 files: 2 there already, 1 labelled");
        assertThat(run.out().lines().filter(line -> line.endsWith("  (there already)")))
                .hasSize(2);
        assertThat(out.resolve("a.png")).hasBinaryContent(made);
        assertThat(Files.getLastModifiedTime(out.resolve("a.png"))).isEqualTo(when);
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.png", "b.jpg", "c.png");
        }
    }

    @Test
    void anOutputThatThisRunWouldNotMakeIsReplacedOnlyByForce() throws IOException {
        Pictures.make(folder.resolve("in/a.png"));
        label("-r", "in");
        Path out = folder.resolve("out/a.png");
        byte[] before = Files.readAllBytes(out);

        Run refused = label("-r", "in", "--resume", "--oversight", "guided");

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("a.png exists already").contains("--force");
        assertThat(out).hasBinaryContent(before);
        assertThat(label("-r", "in", "--resume", "--oversight", "guided", "--force")
                        .out())
                .doesNotContain("there already");
        assertThat(Files.readAllBytes(out)).isNotEqualTo(before);
        assertThat(label("-r", "in", "--resume", "--oversight", "guided", "--json")
                        .out())
                .contains("\"result\":\"there already\"");
    }

    @Test
    void whereThereAreNoSignedCopiesNothingCanBeResumed() {
        Path picture = Pictures.make(folder.resolve("in/a.png"));

        for (String option : new String[] {"--in-place", "--sidecar", "--unsigned"}) {
            Run run = Run.of(folder.resolve("home"), "label", picture, "--model", "x", "--resume", option);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("--resume looks at the signed copy");
        }
    }

    private Run label(String... args) {
        Object[] all = new Object[args.length + 7];
        all[0] = "label";
        for (int i = 0; i < args.length; i++) {
            all[i + 1] = args[i].startsWith("in") ? folder.resolve(args[i]) : args[i];
        }
        Object[] rest = {"--model", "AcmeDiffusion:2.1", "--provider", "Acme AI", "-o", folder.resolve("out")};
        System.arraycopy(rest, 0, all, args.length + 1, rest.length);
        return Run.of(folder.resolve("home"), all);
    }
}
