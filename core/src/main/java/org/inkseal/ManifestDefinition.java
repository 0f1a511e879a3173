package org.inkseal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;

/**
 * A manifest definition in JSON, as {@code c2patool} takes it. Claims of version 2 are written; keys that have no meaning
 * for them are passed over, and what cannot be written is refused with words that name it.
 *
 * <p>Files that it names are looked for in one folder and nowhere else: neither absolute paths nor links lead out of it.
 *
 * @param fields the definition
 * @param folder where the files are
 */
public record ManifestDefinition(Value.Dict fields, Path folder) implements Statement {
    private static final long MOST_FILE_BYTES = Limit.STORE_BYTES.standard();

    /**
     * Reads a definition.
     *
     * @param file the JSON file
     * @param base the folder for the files that it names; without one, that of the definition, or what it names as {@code
     *     ingredients_base_path} or {@code base_path} below that
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is no definition
     */
    public static ManifestDefinition read(Path file, Optional<Path> base) throws IOException {
        if (Files.size(file) > Limit.JSON_BYTES.standard()) {
            throw new IllegalArgumentException(
                    file + ": a definition has " + Limit.JSON_BYTES.standard() + " bytes at most");
        }
        Value.Dict fields;
        try {
            fields = JsonReader.read(Bytes.wrap(Files.readAllBytes(file)), Budget.standard())
                    .asDict()
                    .orElseThrow(() -> new IllegalArgumentException(file + ": a definition is a JSON object"));
        } catch (MalformedException e) {
            throw new IllegalArgumentException(file + ": " + e.describe(), e);
        }
        Optional<Path> parent = Optional.ofNullable(file.toAbsolutePath().getParent());
        ManifestDefinition own = new ManifestDefinition(fields, parent.orElse(file.toAbsolutePath()));
        if (base.isPresent()) {
            return new ManifestDefinition(fields, base.get());
        }
        Optional<String> named = own.text("ingredients_base_path").or(() -> own.text("base_path"));
        return named.isPresent() ? new ManifestDefinition(fields, own.resolve(named.get())) : own;
    }

    /** The path of a private key in PEM that the definition names. */
    public Optional<String> privateKey() {
        return text("private_key");
    }

    /** The path of the certificates in PEM that the definition names. */
    public Optional<String> certificates() {
        return text("sign_cert");
    }

    /** The address of a time-stamp authority that the definition names. Nobody is asked because of it. */
    public Optional<String> timeStampAuthority() {
        return text("ta_url");
    }

    /** A text of the definition. */
    Optional<String> text(String key) {
        return fields.get(key).flatMap(Value::asText);
    }

    /** A list of the definition; empty if there is none. */
    List<Value> list(String key) {
        Optional<Value> value = fields.get(key);
        return value.map(found -> found.asArray()
                        .orElseThrow(() -> new IllegalArgumentException("\"" + key + "\" is not a list")))
                .orElse(List.of());
    }

    /**
     * A file that the definition names.
     *
     * @throws IOException if there is none
     * @throws IllegalArgumentException if the name leads out of the folder
     */
    public Path resolve(String name) throws IOException {
        Path root = folder.toRealPath();
        Path path = root.resolve(name).normalize();
        if (!path.startsWith(root) || !path.toRealPath().startsWith(root)) {
            throw new IllegalArgumentException(
                    "the definition names " + name + ", which is not in " + folder + "; --base names another folder");
        }
        return path;
    }

    /** What is in a file that the definition names, which is not larger than a store may be. */
    Bytes content(String name) throws IOException {
        Path file = resolve(name);
        if (Files.size(file) > MOST_FILE_BYTES) {
            throw new IllegalArgumentException(file + ": " + MOST_FILE_BYTES + " bytes are allowed");
        }
        return Bytes.wrap(Files.readAllBytes(file));
    }
}
