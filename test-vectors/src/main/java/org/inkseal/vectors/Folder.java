package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;

/** The vectors of one folder as they are made, in one container. */
final class Folder {
    private final String name;
    private final Container container;
    private final List<Vector> vectors = new ArrayList<>();

    private Folder(String name, Container container) {
        this.name = name;
        this.container = container;
    }

    /** Fills a folder with vectors. */
    interface Maker {
        void fill(Folder folder) throws SigningException;
    }

    /** The vectors of a folder, each in both containers in which every case is made. */
    static List<Vector> of(String name, Maker maker) throws SigningException {
        List<Vector> all = new ArrayList<>();
        for (Container container : Container.TWO) {
            Folder folder = new Folder(name, container);
            maker.fill(folder);
            all.addAll(folder.vectors);
        }
        return all;
    }

    Container container() {
        return container;
    }

    /** Begins a credential in the container of the folder. */
    Forgery forgery(int number) {
        return new Forgery(container, number);
    }

    void add(String vector, Forgery forgery, Expectation expectation) throws SigningException {
        add(vector, forgery.file(), expectation);
    }

    void add(String vector, Bytes file, Expectation expectation) {
        vectors.add(new Vector(name + "/" + vector + "." + container.extension(), file, expectation));
    }
}
