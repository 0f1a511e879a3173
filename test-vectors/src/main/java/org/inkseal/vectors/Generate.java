package org.inkseal.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;

/** Makes every vector again, byte for byte: same pictures, same keys, same clock, same chance. */
public final class Generate {
    private Generate() {}

    /**
     * Makes all vectors.
     *
     * @param folders where to put them
     */
    public static void main(String[] folders) throws IOException, SigningException {
        into(Path.of(folders[0]));
    }

    /** Makes all vectors, their expectations and the index. */
    static void into(Path folder) throws IOException, SigningException {
        try (Scratch scratch = Scratch.named("vectors")) {
            into(folder, scratch.folder());
        }
    }

    private static void into(Path folder, Path scratch) throws IOException, SigningException {
        List<Vector> vectors = new ArrayList<>(HonestVectors.make(scratch));
        vectors.addAll(TamperedVectors.make());
        vectors.addAll(ContainerVectors.make());
        vectors.addAll(BindingVectors.make());
        vectors.addAll(BoxesVectors.make());
        vectors.addAll(NamedBlocksVectors.make());
        vectors.addAll(CompressedVectors.make());
        vectors.addAll(SignatureVectors.make());
        vectors.addAll(ClaimVectors.make());
        vectors.addAll(AssertionVectors.make());
        vectors.addAll(ActionVectors.make());
        vectors.addAll(ReferenceVectors.make());
        vectors.addAll(IngredientVectors.make());
        vectors.addAll(RedactionVectors.make());
        vectors.addAll(UpdateVectors.make());
        vectors.addAll(FormatVectors.make());
        vectors.addAll(JpegXlVectors.make());
        vectors.addAll(TiffVectors.make(scratch));
        vectors.addAll(BmffVectors.make());
        vectors.addAll(MultiAssetVectors.make());
        vectors.addAll(TimeVectors.make());
        vectors.addAll(IdentityVectors.make());
        vectors.addAll(OnlineVectors.make());
        for (Vector vector : vectors) {
            write(folder.resolve(vector.name()), vector.file());
            write(
                    folder.resolve(Expectation.file(vector.name())),
                    vector.expectation().json());
        }
        for (Container container : Container.TWO) {
            beside(folder, container);
        }
        for (Map.Entry<String, Bytes> answer : OnlineVectors.answers().entrySet()) {
            write(folder.resolve(Elsewhere.FOLDER + answer.getKey()), answer.getValue());
        }
        write(folder.resolve("trust/anchors.pem"), Bytes.utf8(People.ROOT.pem()));
        write(folder.resolve("trust/time-stamp-anchors.pem"), Bytes.utf8(People.CLOCK_ROOT.pem()));
        write(folder.resolve("trust/identity-anchors.pem"), Bytes.utf8(IdentityVectors.ROOT.pem()));
        write(folder.resolve("trust/identity-issuers.txt"), Bytes.utf8(CredentialDraft.ISSUER.did() + "\n"));
        String index = vectors.stream().map(vector -> vector.name() + "\n").collect(Collectors.joining());
        write(folder.resolve("index.txt"), Bytes.utf8(index));
    }

    /** A picture whose store stands beside it, in a file of its own. */
    private static void beside(Path folder, Container container) throws IOException, SigningException {
        Path picture = folder.resolve("beside/small." + container.extension());
        write(picture, container.picture());
        Forgery forgery = new Forgery(container, 10).created().excluding(slot -> List.of());
        write(picture.resolveSibling(picture.getFileName() + ".c2pa"), forgery.storeBeside());
    }

    private static void write(Path file, Bytes bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes.toArray());
    }
}
