package org.inkseal.trust;

import java.security.PrivateKey;
import java.util.List;

/**
 * What a signer signs with: a private key and the certificates that speak for it.
 *
 * @param key the private key; it appears in no text
 * @param chain the signer's certificate first, then each issuer of the one before; at least one
 */
public record Credential(PrivateKey key, List<Certificate> chain) {
    /** A credential as given. */
    public Credential {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a credential needs at least the signer's own certificate");
        }
    }

    /** The signer's own certificate. */
    public Certificate leaf() {
        return chain.get(0);
    }

    /** The last certificate of the chain, which verifiers need as anchor if it is a root. */
    public Certificate last() {
        return chain.get(chain.size() - 1);
    }

    /** The chain without a root at its end: what belongs into a signature (C2PA 2.2 §14.2). */
    public List<Certificate> chainWithoutRoot() {
        boolean endsInRoot = chain.size() > 1 && last().selfIssued();
        return endsInRoot ? chain.subList(0, chain.size() - 1) : chain;
    }

    /** Names the leaf only. */
    @Override
    public String toString() {
        return "Credential[" + leaf() + "]";
    }
}
