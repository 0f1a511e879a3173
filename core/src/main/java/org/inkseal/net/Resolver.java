package org.inkseal.net;

import java.io.IOException;
import java.net.InetAddress;

/** Looks up the addresses of a name. */
interface Resolver {
    /** The addresses, at least one. */
    InetAddress[] addresses(String name) throws IOException;
}
