package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples of the guide in the order of the page. */
class DocsTest {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
    private static final Pattern URN = Pattern.compile("urn:c2pa:[0-9a-f-]{36}");
    private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path folder;

    private int lastCode;

    @Test
    void everyExampleOfTheGuidePrintsWhatIsShown() throws IOException {
        for (String file :
                List.of("painting.png", "photo.jpg", "out.png", "portfolio/one.png", "portfolio/sea/two.jpg")) {
            Pictures.make(folder.resolve(file));
        }
        Files.writeString(folder.resolve("portfolio/notes.txt"), "not a picture");
        String page = Files.readString(docs().resolve("commands.md"));
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();

        for (String line : console(page)) {
            expected.add(line);
            if (line.startsWith("$ ")) {
                actual.add(line);
                run(line.substring(2)).lines().forEach(actual::add);
            }
        }

        assertThat(expected).hasSizeGreaterThan(40);
        assertThat(neutral(actual)).containsExactlyElementsOf(neutral(expected));
    }

    private String run(String command) throws IOException {
        List<String> words = new ArrayList<>();
        WORDS.matcher(command)
                .results()
                .forEach(word -> words.add(word.group(1) == null ? place(word.group(2)) : word.group(1)));
        switch (words.get(0)) {
            case "inkseal" -> {
                Map<String, String> env = Map.of("HOME", folder.resolve("home").toString());
                Run run = Run.with(env, words.subList(1, words.size()).toArray());
                lastCode = run.code();
                return (run.out() + run.err())
                        .replace(folder.resolve("home").toString(), "~")
                        .replace(folder + "/", "");
            }
            case "echo" -> {
                return lastCode + "\n";
            }
            case "printf" -> Files.writeString(Path.of(words.get(3)), words.get(1), StandardOpenOption.APPEND);
            case "cmp" -> assertThat(Path.of(words.get(1))).hasSameBinaryContentAs(Path.of(words.get(2)));
            default -> throw new IllegalArgumentException(command);
        }
        return "";
    }

    /** Names of files stand for files in the folder of the test. */
    private String place(String word) {
        if (word.startsWith("~")) {
            return folder.resolve("home") + word.substring(1);
        }
        boolean address = word.contains("://");
        boolean file = word.matches(".*(\\.png|\\.jpg|\\.html|\\.pem|\\.json)(:\\w+)?|.*/");
        return file && !address ? folder.resolve(word).toString() : word;
    }

    private static List<String> console(String page) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : page.lines().toList()) {
            if (line.startsWith("```")) {
                inside = line.equals("```console");
            } else if (inside) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<String> neutral(List<String> lines) {
        return lines.stream()
                .map(line -> URN.matcher(line).replaceAll("URN"))
                .map(line -> FINGERPRINT.matcher(line).replaceAll("FINGERPRINT"))
                .toList();
    }

    /** The folder of the guide. */
    static Path docs() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("docs")) ? here.resolve("docs") : here.resolveSibling("docs");
    }
}
