package org.inkseal.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.Dimensions;
import org.inkseal.cbor.Value;
import org.inkseal.cli.html.Picture;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.Finding;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.StatusCode;

/**
 * The small pictures of credentials that may be shown: of proven manifests, with the hash that the claim gives, whole JPEG
 * or PNG files of a modest size. There is room for so many bytes on a page, and none after that.
 */
final class Thumbnails {
    private static final int MOST_BYTES = 1 << 20;
    private static final int LONGEST_SIDE = 4096;

    private long room;

    Thumbnails(long room) {
        this.room = room;
    }

    /** The picture of a step: the one that who took it in has made of it, or else its own. */
    Optional<Picture> of(Lineage lineage, Lineage.Step step) {
        Optional<Picture> taken = step.taken()
                .filter(ingredient -> lineage.isProven(ingredient.holder()))
                .flatMap(this::ofIngredient);
        return taken.isPresent()
                ? taken
                : step.manifest().filter(lineage::isProven).flatMap(this::ofClaim);
    }

    private Optional<Picture> ofIngredient(Lineage.Ingredient ingredient) {
        ManifestSummary holder = ingredient.holder();
        Optional<String> label = ingredient
                .data()
                .get("thumbnail")
                .flatMap(reference -> reference.get("url"))
                .flatMap(Value::asText)
                .map(url -> url.substring(url.lastIndexOf('/') + 1));
        return label.flatMap(name -> find(holder, name::equals));
    }

    private Optional<Picture> ofClaim(ManifestSummary manifest) {
        return find(manifest, label -> label.startsWith("c2pa.thumbnail.claim"));
    }

    private Optional<Picture> find(ManifestSummary manifest, java.util.function.Predicate<String> label) {
        return manifest.assertions().stream()
                .filter(assertion -> assertion.label().startsWith("c2pa.thumbnail."))
                .filter(assertion -> label.test(assertion.label()))
                .filter(assertion -> matches(assertion, manifest.findings().success()))
                .flatMap(assertion -> assertion.file().stream())
                .findFirst()
                .flatMap(this::picture);
    }

    private static boolean matches(AssertionSummary assertion, List<Finding> passed) {
        return passed.stream()
                .anyMatch(finding -> finding.code() == StatusCode.ASSERTION_HASHED_URI_MATCH
                        && finding.uri().equals(assertion.uri()));
    }

    private Optional<Picture> picture(Bytes file) {
        if (file.length() > Math.min(MOST_BYTES, room)) {
            return Optional.empty();
        }
        Optional<Picture.Kind> kind = Optional.ofNullable(
                switch (FileKind.of(file)) {
                    case "jpg" -> Picture.Kind.JPEG;
                    case "png" -> Picture.Kind.PNG;
                    default -> null;
                });
        Optional<Picture> picture = kind.flatMap(known -> size(file)
                .filter(size -> Math.max(size.width(), size.height()) <= LONGEST_SIDE)
                .map(size -> new Picture(known, size.width(), size.height(), file)));
        picture.ifPresent(shown -> room -= file.length());
        return picture;
    }

    private static Optional<Dimensions> size(Bytes file) {
        try (ByteSource source = ByteSource.of(file)) {
            Optional<AssetFormat> format = AssetFormats.detect(source);
            if (format.isEmpty()) {
                return Optional.empty();
            }
            AssetMap map = format.get().map(source, Budget.standard());
            return map.faults().isEmpty() ? Dimensions.of(source, map) : Optional.empty();
        } catch (IOException | MalformedException e) {
            return Optional.empty();
        }
    }
}
