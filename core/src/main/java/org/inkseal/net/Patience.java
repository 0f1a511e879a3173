package org.inkseal.net;

import java.time.Duration;

/**
 * How long to wait.
 *
 * @param connect for one connection
 * @param idle for the next byte
 * @param total for everything together, from the look-up of the name to the last byte
 */
record Patience(Duration connect, Duration idle, Duration total) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15));
}
