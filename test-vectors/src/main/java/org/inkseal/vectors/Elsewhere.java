package org.inkseal.vectors;

import java.io.IOException;
import java.net.URI;
import org.inkseal.io.Bytes;
import org.inkseal.net.Network;

/**
 * The other machines of the vectors, none of which is real: one host answers with the files of the folder
 * {@code elsewhere}, whatever it is asked, and all others are silent.
 */
public final class Elsewhere implements Network {
    /** The folder with the answers. */
    static final String FOLDER = "elsewhere/";

    private static final String HOST = "vectors.example";

    /** The address at which a file of the folder is. */
    static String address(String scheme, String file) {
        return scheme + "://" + HOST + "/" + file;
    }

    @Override
    public Reply get(URI uri, int most) throws IOException {
        return answer(uri, most);
    }

    @Override
    public Reply post(URI uri, String mediaType, Bytes body, int most) throws IOException {
        return answer(uri, most);
    }

    private static Reply answer(URI uri, int most) throws IOException {
        if (!HOST.equals(uri.getHost()) || uri.getPath().length() < 2) {
            throw new IOException(uri.getHost() + ": silent");
        }
        Bytes answer = Vectors.find(Vectors.ROOT + FOLDER + uri.getPath().substring(1))
                .orElseThrow(() -> new IOException(HOST + ": answers with status 404"));
        if (answer.length() > most) {
            throw new IOException(HOST + ": answers with more than the " + most + " bytes that are allowed");
        }
        return new Reply("", answer);
    }
}
