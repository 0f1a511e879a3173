package org.inkseal.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * One COSE_Sign1 example of the COSE working group.
 *
 * @param fails whether its signature must not verify
 * @param message the message as CBOR
 * @param external data from the application that is signed too
 * @param toBeSigned what the signer signed
 * @param key the key as a JSON Web Key
 */
public record CoseVector(
        String name, boolean fails, Bytes message, Bytes external, Bytes payload, Bytes toBeSigned, Value key) {

    /** All of them; skips the test that asks when they are absent. */
    public static Stream<CoseVector> all() throws IOException {
        try (Stream<Path> files = Files.walk(Shared.folder("vectors/cose"))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream()
                    .map(CoseVector::read)
                    .flatMap(Optional::stream);
        }
    }

    private static Optional<CoseVector> read(Path file) {
        try {
            Value json = JsonReader.read(Bytes.wrap(Files.readAllBytes(file)), Budget.standard());
            Value input = json.get("input").orElseThrow();
            return input.get("sign0")
                    .map(signer -> new CoseVector(
                            file.getFileName().toString().replace(".json", ""),
                            json.get("fail").flatMap(Value::asBool).orElse(false),
                            hex(json.get("output").flatMap(output -> output.get("cbor"))),
                            hex(signer.get("external")),
                            Bytes.utf8(input.get("plaintext")
                                    .flatMap(Value::asText)
                                    .orElseThrow()),
                            hex(json.get("intermediates").flatMap(values -> values.get("ToBeSign_hex"))),
                            signer.get("key").orElseThrow()));
        } catch (IOException | MalformedException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static Bytes hex(Optional<Value> digits) {
        return Hex.of(digits.flatMap(Value::asText).orElse("").toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name;
    }
}
