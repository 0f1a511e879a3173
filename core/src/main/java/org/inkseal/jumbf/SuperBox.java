package org.inkseal.jumbf;

import java.util.List;
import java.util.Optional;
import org.inkseal.io.Bytes;

/**
 * A {@code jumb} box: a description, then content boxes and other superboxes (ISO 19566-5 A.3).
 *
 * @param children all boxes after the description, in order
 */
public record SuperBox(Bytes raw, Bytes content, Description description, List<Box> children) implements Box {
    /** The box type of every superbox. */
    public static final String TYPE = "jumb";

    /** Copies the list. */
    public SuperBox {
        children = List.copyOf(children);
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** What the box is for. */
    public ContentType contentType() {
        return description.type();
    }

    /** The name of the box among its siblings, if it has one. */
    public Optional<String> label() {
        return description.label();
    }

    /** The superboxes among the children, in order. */
    public List<SuperBox> superBoxes() {
        return children.stream()
                .filter(SuperBox.class::isInstance)
                .map(SuperBox.class::cast)
                .toList();
    }

    /**
     * The superbox with this label. Nothing when there is none, and nothing when there are several: a reference to
     * either counts as unresolved (C2PA 2.2 §8.4.1).
     */
    public Optional<SuperBox> child(String label) {
        List<SuperBox> found = superBoxes().stream()
                .filter(box -> box.label().filter(label::equals).isPresent())
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The first content box of this type. */
    public Optional<ContentBox> firstContent(String type) {
        return children.stream()
                .filter(ContentBox.class::isInstance)
                .map(ContentBox.class::cast)
                .filter(box -> box.type().equals(type))
                .findFirst();
    }
}
