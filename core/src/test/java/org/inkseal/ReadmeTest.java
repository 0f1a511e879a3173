package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.report.ValidationState;
import org.inkseal.trust.Credential;
import org.inkseal.trust.KeyStores;
import org.inkseal.trust.Pem;
import org.inkseal.trust.SelfIssued;
import org.inkseal.trust.TrustSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the Java examples of the README. */
class ReadmeTest {
    private static final String PROGRAM = """
            import java.io.*;
            import java.nio.file.*;
            import java.util.*;
            import org.inkseal.*;
            import org.inkseal.assertion.AiDisclosure.Oversight;
            import org.inkseal.io.*;
            import org.inkseal.report.*;
            import org.inkseal.sign.*;
            import org.inkseal.trust.*;
            import org.inkseal.verify.*;

            public class Examples {
                static void use(Path picture) {}

                public static void check(Path picture, Path anchors) throws Exception {
                    %s
                }

                public static void sign(InputStream in, OutputStream out, Path picture, Path labelled, Path keyFile,
                        char[] passphrase) throws Exception {
                    %s
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theExamplesCompileAndDoWhatTheySay() throws Exception {
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(2);
        Credential credential = SelfIssued.create(
                "Acme AI",
                SignatureAlgorithm.ES256,
                Instant.now().minus(Duration.ofMinutes(1)),
                Duration.ofDays(30),
                new SecureRandom());
        Path keyFile = folder.resolve("key.p12");
        KeyStores.save(keyFile, credential, "secret".toCharArray());
        Path anchors = Files.writeString(
                folder.resolve("root.pem"),
                Pem.encode("CERTIFICATE", credential.last().der()));
        Path picture = Path.of("../test-vectors/images/painting.png");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        try (URLClassLoader loader = compile(String.format(PROGRAM, blocks.get(0), blocks.get(1)))) {
            Class<?> examples = loader.loadClass("Examples");
            examples.getMethod(
                            "sign",
                            InputStream.class,
                            OutputStream.class,
                            Path.class,
                            Path.class,
                            Path.class,
                            char[].class)
                    .invoke(
                            null,
                            new ByteArrayInputStream(Files.readAllBytes(picture)),
                            out,
                            picture,
                            folder.resolve("labelled.png"),
                            keyFile,
                            "secret".toCharArray());
            examples.getMethod("check", Path.class, Path.class).invoke(null, folder.resolve("labelled.png"), anchors);
        }

        TrustSettings trust = TrustSettings.none().withAnchors(Files.readString(anchors));
        assertThat(Credentials.check(folder.resolve("labelled.png"), trust).state())
                .isEqualTo(ValidationState.TRUSTED);
        assertThat(Credentials.check(ByteSource.of(Bytes.wrap(out.toByteArray())), trust)
                        .state())
                .isEqualTo(ValidationState.TRUSTED);
    }

    private URLClassLoader compile(String program) throws Exception {
        Path source = Files.writeString(folder.resolve("Examples.java"), program);
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK is needed");
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-d", folder.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjects(source.toFile()))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }
}
