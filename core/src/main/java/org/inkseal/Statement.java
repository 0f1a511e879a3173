package org.inkseal;

/** What a signer says of a picture, in one of three ways. */
public sealed interface Statement permits Declaration, Amendment, ManifestDefinition {}
