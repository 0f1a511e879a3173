package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.vectors.Expectation;
import org.inkseal.vectors.Vectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliVectorsTest {
    private static final int BATCH = 100;

    private static final Map<String, String> TRUST = Map.of(
            "--trust", "anchors.pem",
            "--tsa-trust", "time-stamp-anchors.pem",
            "--identity-trust", "identity-anchors.pem");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> names = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();

    @BeforeEach
    void writeVectors() throws IOException {
        Files.writeString(folder.resolve("root.pem"), Vectors.anchor());
        for (String name : TRUST.values()) {
            Files.write(folder.resolve(name), Vectors.bytes("trust/" + name).toArray());
        }
        for (String name : Vectors.names()) {
            // The command can only ask real machines.
            if (!Vectors.expectation(name).online()) {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, Vectors.bytes(name).toArray());
                names.add(name);
                files.add(file);
            }
        }
    }

    private int check(List<String> options, List<Path> chosen) {
        List<String> arguments = new ArrayList<>(List.of("check", "--at", Vectors.NOW.toString()));
        arguments.addAll(List.of("--trust", folder.resolve("root.pem").toString()));
        TRUST.forEach((option, name) ->
                arguments.addAll(List.of(option, folder.resolve(name).toString())));
        arguments.addAll(options);
        chosen.forEach(file -> arguments.add(file.toString()));
        Map<String, String> settings =
                Map.of("INKSEAL_HOME", folder.resolve("settings").toString());
        return Main.run(new PrintWriter(out), new PrintWriter(err), settings, arguments.toArray(new String[0]));
    }

    @Test
    void everyVectorLeadsToWhatIsExpectedOfIt() throws Exception {
        List<Value> answers = new ArrayList<>();
        // A document about all of them is longer than what we read of one.
        for (int from = 0; from < files.size(); from += BATCH) {
            out.getBuffer().setLength(0);
            int code = check(List.of("--json"), files.subList(from, Math.min(files.size(), from + BATCH)));

            assertThat(code).isEqualTo(1);
            answers.addAll(JsonReader.read(Bytes.utf8(out.toString()), Budget.standard())
                    .get("files")
                    .flatMap(Value::asArray)
                    .orElseThrow());
        }
        assertThat(err.toString()).doesNotContain("error:", "Exception");
        assertThat(answers).hasSameSizeAs(files);
        for (int i = 0; i < answers.size(); i++) {
            String name = names.get(i);
            Expectation expected = Vectors.expectation(name);
            assertThat(text(answers.get(i), "file")).endsWith(name);
            assertThat(text(answers.get(i), "state")).as(name).isEqualTo(expected.state());
            assertThat(failures(answers.get(i))).as(name).isEqualTo(expected.codes());
        }
    }

    @Test
    void onlyTrustedVectorsPassWhereTrustIsRequired() {
        for (int i = 0; i < files.size(); i++) {
            boolean trusted = Vectors.expectation(names.get(i)).state().equals("Trusted");
            int code = check(List.of("--quiet", "--require", "trusted"), List.of(files.get(i)));

            assertThat(code).as(names.get(i)).isEqualTo(trusted ? 0 : 1);
        }
    }

    private static List<String> failures(Value answer) {
        return answer
                .get("findings")
                .flatMap(findings -> findings.get("failure"))
                .flatMap(Value::asArray)
                .orElse(List.of())
                .stream()
                .map(finding -> text(finding, "code"))
                .distinct()
                .sorted()
                .toList();
    }

    private static String text(Value map, String key) {
        return map.get(key).flatMap(Value::asText).orElse("");
    }
}
