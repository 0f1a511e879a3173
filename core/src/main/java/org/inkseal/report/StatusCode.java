package org.inkseal.report;

import java.util.Optional;

/**
 * The status codes of the standard that can occur in a picture (C2PA 2.4 §15.2.2 with the additions of 2.3 to 2.5; CAWG
 * identity 1.3).
 *
 * <p>The kind belongs to the code, so a failure can never be reported under the code of a success.
 */
public enum StatusCode {
    /** A remote assertion was fetched. */
    ASSERTION_ACCESSIBLE("assertion.accessible", Kind.SUCCESS, "a remote assertion was fetched"),
    /** The alternative representation has the hash that was signed. */
    ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MATCH(
            "assertion.alternativeContentRepresentation.match",
            Kind.SUCCESS,
            "the alternative representation has the hash that was signed"),
    /** The file has the BMFF hash that was signed. */
    ASSERTION_BMFF_HASH_MATCH("assertion.bmffHash.match", Kind.SUCCESS, "the file has the BMFF hash that was signed"),
    /** The file has the box hashes that were signed. */
    ASSERTION_BOXES_HASH_MATCH(
            "assertion.boxesHash.match", Kind.SUCCESS, "the file has the box hashes that were signed"),
    /** The collection has the hashes that were signed. */
    ASSERTION_COLLECTION_HASH_MATCH(
            "assertion.collectionHash.match", Kind.SUCCESS, "the collection has the hashes that were signed"),
    /** The file has the hash that was signed. */
    ASSERTION_DATA_HASH_MATCH("assertion.dataHash.match", Kind.SUCCESS, "the file has the hash that was signed"),
    /** An assertion has the hash that the claim gives. */
    ASSERTION_HASHED_URI_MATCH(
            "assertion.hashedURI.match", Kind.SUCCESS, "an assertion has the hash that the claim gives"),
    /** Every part of the file has the hash that was signed. */
    ASSERTION_MULTI_ASSET_HASH_MATCH(
            "assertion.multiAssetHash.match", Kind.SUCCESS, "every part of the file has the hash that was signed"),
    /** The claim was signed while the certificate was valid. */
    CLAIM_SIGNATURE_INSIDE_VALIDITY(
            "claimSignature.insideValidity", Kind.SUCCESS, "the claim was signed while the certificate was valid"),
    /** The signature over the claim is right. */
    CLAIM_SIGNATURE_VALIDATED("claimSignature.validated", Kind.SUCCESS, "the signature over the claim is right"),
    /** The claim signature of an ingredient has the hash that was recorded. */
    INGREDIENT_CLAIM_SIGNATURE_VALIDATED(
            "ingredient.claimSignature.validated",
            Kind.SUCCESS,
            "the claim signature of an ingredient has the hash that was recorded"),
    /** The manifest of an ingredient has the hash that was recorded. */
    INGREDIENT_MANIFEST_VALIDATED(
            "ingredient.manifest.validated",
            Kind.SUCCESS,
            "the manifest of an ingredient has the hash that was recorded"),
    /** The signer's certificate was not revoked. */
    SIGNING_CREDENTIAL_OCSP_NOT_REVOKED(
            "signingCredential.ocsp.notRevoked", Kind.SUCCESS, "the signer's certificate was not revoked"),
    /** The signer's certificate leads to a trust anchor. */
    SIGNING_CREDENTIAL_TRUSTED(
            "signingCredential.trusted", Kind.SUCCESS, "the signer's certificate leads to a trust anchor"),
    /** The time-stamp authority leads to a trust anchor. */
    TIME_STAMP_TRUSTED("timeStamp.trusted", Kind.SUCCESS, "the time-stamp authority leads to a trust anchor"),
    /** The time-stamp covers this signature. */
    TIME_STAMP_VALIDATED("timeStamp.validated", Kind.SUCCESS, "the time-stamp covers this signature"),
    /** The identity assertion is right and its credential is trusted. */
    CAWG_IDENTITY_TRUSTED(
            "cawg.identity.trusted", Kind.SUCCESS, "the identity assertion is right and its credential is trusted"),
    /** The identity assertion is right; its credential is not on a trust list. */
    CAWG_IDENTITY_WELL_FORMED(
            "cawg.identity.well-formed",
            Kind.SUCCESS,
            "the identity assertion is right; its credential is not on a trust list"),
    /** The signature of the identity assertion is right. */
    CAWG_X509_SIGNATURE_VALIDATED(
            "cawg.x509.signature.validated", Kind.SUCCESS, "the signature of the identity assertion is right"),
    /** The certificate of the identity assertion leads to a trust anchor. */
    CAWG_X509_CREDENTIAL_TRUSTED(
            "cawg.x509.credential.trusted",
            Kind.SUCCESS,
            "the certificate of the identity assertion leads to a trust anchor"),
    /** The identity assertion was signed while its certificate was valid. */
    CAWG_X509_SIGNATURE_INSIDE_VALIDITY(
            "cawg.x509.signature.inside_validity",
            Kind.SUCCESS,
            "the identity assertion was signed while its certificate was valid"),
    /** The time-stamp of the identity assertion covers its signature. */
    CAWG_X509_TIME_STAMP_VALIDATED(
            "cawg.x509.time_stamp.validated",
            Kind.SUCCESS,
            "the time-stamp of the identity assertion covers its signature"),
    /** The authority of the identity assertion's time-stamp leads to a trust anchor. */
    CAWG_X509_TIME_STAMP_TRUSTED(
            "cawg.x509.time_stamp.trusted",
            Kind.SUCCESS,
            "the authority of the identity assertion's time-stamp leads to a trust anchor"),
    /** The identity assertion's certificate was not revoked. */
    CAWG_X509_OCSP_NOT_REVOKED(
            "cawg.x509.ocsp.not_revoked", Kind.SUCCESS, "the identity assertion's certificate was not revoked"),
    /** The time-stamp of the identity credential covers its signature. */
    CAWG_ICA_TIME_STAMP_VALIDATED(
            "cawg.ica.time_stamp.validated",
            Kind.SUCCESS,
            "the time-stamp of the identity credential covers its signature"),
    /** The identity claims aggregation credential is valid. */
    CAWG_ICA_CREDENTIAL_VALID(
            "cawg.ica.credential_valid", Kind.SUCCESS, "the identity claims aggregation credential is valid"),
    /** A deprecated algorithm was used. */
    ALGORITHM_DEPRECATED("algorithm.deprecated", Kind.INFORMATIONAL, "a deprecated algorithm was used"),
    /** An action and its ingredient are attributed differently. */
    ASSERTION_ACTION_INGREDIENT_LOCATION_MISMATCH(
            "assertion.action.ingredientLocationMismatch",
            Kind.INFORMATIONAL,
            "an action and its ingredient are attributed differently"),
    /** Parts of the file beside the manifest are not covered by the hash. */
    ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT(
            "assertion.bmffHash.additionalExclusionsPresent",
            Kind.INFORMATIONAL,
            "parts of the file beside the manifest are not covered by the hash"),
    /** Parts of the file beside the manifest are not covered by the hash. */
    ASSERTION_BOXES_HASH_ADDITIONAL_EXCLUSIONS_PRESENT(
            "assertion.boxesHash.additionalExclusionsPresent",
            Kind.INFORMATIONAL,
            "parts of the file beside the manifest are not covered by the hash"),
    /** Metadata beside the manifest is not covered by the hash. */
    ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT(
            "assertion.dataHash.additionalExclusionsPresent",
            Kind.INFORMATIONAL,
            "metadata beside the manifest is not covered by the hash"),
    /** A redacted assertion is referred to. */
    ASSERTION_REDACTED("assertion.redacted", Kind.INFORMATIONAL, "a redacted assertion is referred to"),
    /** An ingredient came without a manifest. */
    INGREDIENT_UNKNOWN_PROVENANCE(
            "ingredient.unknownProvenance", Kind.INFORMATIONAL, "an ingredient came without a manifest"),
    /** A manifest without provenance. */
    MANIFEST_UNKNOWN_PROVENANCE("manifest.unknownProvenance", Kind.INFORMATIONAL, "a manifest without provenance"),
    /** The revocation service did not answer. */
    SIGNING_CREDENTIAL_OCSP_INACCESSIBLE(
            "signingCredential.ocsp.inaccessible", Kind.INFORMATIONAL, "the revocation service did not answer"),
    /** Revocation was not checked. */
    SIGNING_CREDENTIAL_OCSP_SKIPPED("signingCredential.ocsp.skipped", Kind.INFORMATIONAL, "revocation was not checked"),
    /** The revocation service does not know the certificate. */
    SIGNING_CREDENTIAL_OCSP_UNKNOWN(
            "signingCredential.ocsp.unknown",
            Kind.INFORMATIONAL,
            "the revocation service does not know the certificate"),
    /** The claimed time of signing is plausible. */
    TIME_OF_SIGNING_INSIDE_VALIDITY(
            "timeOfSigning.insideValidity", Kind.INFORMATIONAL, "the claimed time of signing is plausible"),
    /** The claimed time of signing is not plausible. */
    TIME_OF_SIGNING_OUTSIDE_VALIDITY(
            "timeOfSigning.outsideValidity", Kind.INFORMATIONAL, "the claimed time of signing is not plausible"),
    /** The certificate of the time-stamp authority breaks its profile. */
    TIME_STAMP_CREDENTIAL_INVALID(
            "timeStamp.credentialInvalid",
            Kind.INFORMATIONAL,
            "the certificate of the time-stamp authority breaks its profile"),
    /** The time-stamp cannot be read and is ignored. */
    TIME_STAMP_MALFORMED("timeStamp.malformed", Kind.INFORMATIONAL, "the time-stamp cannot be read and is ignored"),
    /** The time-stamp covers something else and is ignored. */
    TIME_STAMP_MISMATCH(
            "timeStamp.mismatch", Kind.INFORMATIONAL, "the time-stamp covers something else and is ignored"),
    /** The time-stamp is outside its authority's certificate and is ignored. */
    TIME_STAMP_OUTSIDE_VALIDITY(
            "timeStamp.outsideValidity",
            Kind.INFORMATIONAL,
            "the time-stamp is outside its authority's certificate and is ignored"),
    /** The time-stamp authority is not trusted and its time is ignored. */
    TIME_STAMP_UNTRUSTED(
            "timeStamp.untrusted",
            Kind.INFORMATIONAL,
            "the time-stamp authority is not trusted and its time is ignored"),
    /** More than one manifest store was found, which counts as none (C2PA 2.4 §15.5.2.1). */
    MULTIPLE_STORES(
            "org.inkseal.manifest.multipleStores",
            Kind.INFORMATIONAL,
            "more than one credential was found, which counts as none"),
    /** An answer about revocation that says nothing, which counts as none (C2PA 2.4 §15.9.1). */
    REVOCATION_UNUSABLE(
            "org.inkseal.revocation.unusable",
            Kind.INFORMATIONAL,
            "an answer about revocation says nothing and is ignored"),
    /** The private key of the signer was published, so anybody may have signed. */
    PUBLISHED_KEY(
            "org.inkseal.signingCredential.publishedKey",
            Kind.INFORMATIONAL,
            "the private key of the signer is public: anybody may have signed"),
    /** The issuer of the identity credential is not on a trust list. */
    CAWG_ICA_UNTRUSTED_ISSUER(
            "cawg.ica.untrusted_issuer",
            Kind.INFORMATIONAL,
            "the issuer of the identity credential is not on a trust list"),
    /** Whether the identity credential was revoked could not be looked up. */
    CAWG_ICA_REVOCATION_UNAVAILABLE(
            "cawg.ica.revocation.unavailable",
            Kind.INFORMATIONAL,
            "whether the identity credential was revoked could not be looked up"),
    /** The identity credential says in an unknown way how it is revoked. */
    CAWG_ICA_REVOCATION_UNSUPPORTED(
            "cawg.ica.revocation.unsupported",
            Kind.INFORMATIONAL,
            "the identity credential says in an unknown way how it is revoked"),
    /** Revocation of the identity assertion's certificate was not looked up. */
    CAWG_X509_OCSP_SKIPPED(
            "cawg.x509.ocsp.skipped",
            Kind.INFORMATIONAL,
            "revocation of the identity assertion's certificate was not looked up"),
    /** The revocation service did not answer about the identity assertion's certificate. */
    CAWG_X509_OCSP_INACCESSIBLE(
            "cawg.x509.ocsp.inaccessible",
            Kind.INFORMATIONAL,
            "the revocation service did not answer about the identity assertion's certificate"),
    /** The revocation service does not know the identity assertion's certificate. */
    CAWG_X509_OCSP_UNKNOWN(
            "cawg.x509.ocsp.unknown",
            Kind.INFORMATIONAL,
            "the revocation service does not know the identity assertion's certificate"),
    /** The time-stamp of the identity assertion cannot be read. */
    CAWG_X509_TIME_STAMP_MALFORMED(
            "cawg.x509.time_stamp.malformed",
            Kind.INFORMATIONAL,
            "the time-stamp of the identity assertion cannot be read"),
    /** The time-stamp of the identity assertion is one of something else. */
    CAWG_X509_TIME_STAMP_MISMATCH(
            "cawg.x509.time_stamp.mismatch",
            Kind.INFORMATIONAL,
            "the time-stamp of the identity assertion is one of something else"),
    /** The authority of the identity assertion's time-stamp leads to no trust anchor. */
    CAWG_X509_TIME_STAMP_UNTRUSTED(
            "cawg.x509.time_stamp.untrusted",
            Kind.INFORMATIONAL,
            "the authority of the identity assertion's time-stamp leads to no trust anchor"),
    /** The identity assertion's time-stamp was made while its authority was not valid. */
    CAWG_X509_TIME_STAMP_OUTSIDE_VALIDITY(
            "cawg.x509.time_stamp.outside_validity",
            Kind.INFORMATIONAL,
            "the identity assertion's time-stamp was made while its authority was not valid"),
    /** The certificate of the identity assertion's time-stamp breaks its profile. */
    CAWG_X509_TIME_STAMP_CREDENTIAL_INVALID(
            "cawg.x509.time_stamp.credential_invalid",
            Kind.INFORMATIONAL,
            "the certificate of the identity assertion's time-stamp breaks its profile"),
    /** An algorithm that the standard does not allow. */
    ALGORITHM_UNSUPPORTED("algorithm.unsupported", Kind.FAILURE, "an algorithm that the standard does not allow"),
    /** An action does not fit its ingredients. */
    ASSERTION_ACTION_INGREDIENT_MISMATCH(
            "assertion.action.ingredientMismatch", Kind.FAILURE, "an action does not fit its ingredients"),
    /** The actions break the rules of the standard. */
    ASSERTION_ACTION_MALFORMED(
            "assertion.action.malformed", Kind.FAILURE, "the actions break the rules of the standard"),
    /** An actions assertion was redacted. */
    ASSERTION_ACTION_REDACTED("assertion.action.redacted", Kind.FAILURE, "an actions assertion was redacted"),
    /** A redaction that the actions tell of cannot be found. */
    ASSERTION_ACTION_REDACTION_MISMATCH(
            "assertion.action.redactionMismatch", Kind.FAILURE, "a redaction that the actions tell of cannot be found"),
    /** A watermark is told of but its soft binding is missing. */
    ASSERTION_ACTION_SOFT_BINDING_MISSING(
            "assertion.action.softBindingMissing",
            Kind.FAILURE,
            "a watermark is told of but its soft binding is missing"),
    /** The alternative representation was changed. */
    ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_HASH_MISMATCH(
            "assertion.alternativeContentRepresentation.hashMismatch",
            Kind.FAILURE,
            "the alternative representation was changed"),
    /** An alternative representation cannot be read. */
    ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MALFORMED(
            "assertion.alternativeContentRepresentation.malformed",
            Kind.FAILURE,
            "an alternative representation cannot be read"),
    /** The alternative representation is missing. */
    ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MISSING(
            "assertion.alternativeContentRepresentation.missing",
            Kind.FAILURE,
            "the alternative representation is missing"),
    /** The BMFF hash breaks the rules of the standard. */
    ASSERTION_BMFF_HASH_MALFORMED(
            "assertion.bmffHash.malformed", Kind.FAILURE, "the BMFF hash breaks the rules of the standard"),
    /** The file was changed after signing. */
    ASSERTION_BMFF_HASH_MISMATCH("assertion.bmffHash.mismatch", Kind.FAILURE, "the file was changed after signing"),
    /** The box hash breaks the rules of the standard. */
    ASSERTION_BOXES_HASH_MALFORMED(
            "assertion.boxesHash.malformed", Kind.FAILURE, "the box hash breaks the rules of the standard"),
    /** The file was changed after signing. */
    ASSERTION_BOXES_HASH_MISMATCH("assertion.boxesHash.mismatch", Kind.FAILURE, "the file was changed after signing"),
    /** The file has a part that was not there at signing. */
    ASSERTION_BOXES_HASH_UNKNOWN_BOX(
            "assertion.boxesHash.unknownBox", Kind.FAILURE, "the file has a part that was not there at signing"),
    /** An assertion is not well-formed CBOR. */
    ASSERTION_CBOR_INVALID("assertion.cbor.invalid", Kind.FAILURE, "an assertion is not well-formed CBOR"),
    /** Actions may not be kept outside the manifest. */
    ASSERTION_CLOUD_DATA_ACTIONS(
            "assertion.cloud-data.actions", Kind.FAILURE, "actions may not be kept outside the manifest"),
    /** A hard binding may not be kept outside the manifest. */
    ASSERTION_CLOUD_DATA_HARD_BINDING(
            "assertion.cloud-data.hardBinding", Kind.FAILURE, "a hard binding may not be kept outside the manifest"),
    /** A remote assertion has another label than promised. */
    ASSERTION_CLOUD_DATA_LABEL_MISMATCH(
            "assertion.cloud-data.labelMismatch", Kind.FAILURE, "a remote assertion has another label than promised"),
    /** A reference to a remote assertion is incomplete. */
    ASSERTION_CLOUD_DATA_MALFORMED(
            "assertion.cloud-data.malformed", Kind.FAILURE, "a reference to a remote assertion is incomplete"),
    /** A file of the collection is missing. */
    ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT(
            "assertion.collectionHash.incorrectFileCount", Kind.FAILURE, "a file of the collection is missing"),
    /** A file name of the collection leads outside it. */
    ASSERTION_COLLECTION_HASH_INVALID_URI(
            "assertion.collectionHash.invalidURI", Kind.FAILURE, "a file name of the collection leads outside it"),
    /** The collection hash breaks the rules of the standard. */
    ASSERTION_COLLECTION_HASH_MALFORMED(
            "assertion.collectionHash.malformed", Kind.FAILURE, "the collection hash breaks the rules of the standard"),
    /** The collection was changed after signing. */
    ASSERTION_COLLECTION_HASH_MISMATCH(
            "assertion.collectionHash.mismatch", Kind.FAILURE, "the collection was changed after signing"),
    /** The data hash breaks the rules of the standard. */
    ASSERTION_DATA_HASH_MALFORMED(
            "assertion.dataHash.malformed", Kind.FAILURE, "the data hash breaks the rules of the standard"),
    /** The file was changed after signing. */
    ASSERTION_DATA_HASH_MISMATCH("assertion.dataHash.mismatch", Kind.FAILURE, "the file was changed after signing"),
    /** The hard binding was redacted. */
    ASSERTION_DATA_HASH_REDACTED("assertion.dataHash.redacted", Kind.FAILURE, "the hard binding was redacted"),
    /** An external reference is attributed to the signer. */
    ASSERTION_EXTERNAL_REFERENCE_CREATED(
            "assertion.external-reference.created", Kind.FAILURE, "an external reference is attributed to the signer"),
    /** An external reference was changed. */
    ASSERTION_EXTERNAL_REFERENCE_HASH_MISMATCH(
            "assertion.external-reference.hashMismatch", Kind.FAILURE, "an external reference was changed"),
    /** An external reference has another label than promised. */
    ASSERTION_EXTERNAL_REFERENCE_LABEL_MISMATCH(
            "assertion.external-reference.labelMismatch",
            Kind.FAILURE,
            "an external reference has another label than promised"),
    /** An external reference is incomplete. */
    ASSERTION_EXTERNAL_REFERENCE_MALFORMED(
            "assertion.external-reference.malformed", Kind.FAILURE, "an external reference is incomplete"),
    /** The hard binding was redacted. */
    ASSERTION_HARD_BINDING_REDACTED("assertion.hardBinding.redacted", Kind.FAILURE, "the hard binding was redacted"),
    /** An assertion was changed after signing. */
    ASSERTION_HASHED_URI_MISMATCH(
            "assertion.hashedURI.mismatch", Kind.FAILURE, "an assertion was changed after signing"),
    /** A remote assertion cannot be reached. */
    ASSERTION_INACCESSIBLE("assertion.inaccessible", Kind.FAILURE, "a remote assertion cannot be reached"),
    /** An ingredient breaks the rules of the standard. */
    ASSERTION_INGREDIENT_MALFORMED(
            "assertion.ingredient.malformed", Kind.FAILURE, "an ingredient breaks the rules of the standard"),
    /** An assertion is not well-formed JSON. */
    ASSERTION_JSON_INVALID("assertion.json.invalid", Kind.FAILURE, "an assertion is not well-formed JSON"),
    /** A metadata assertion has a field that is not allowed in it. */
    ASSERTION_METADATA_DISALLOWED(
            "assertion.metadata.disallowed",
            Kind.FAILURE,
            "a metadata assertion has a field that is not allowed in it"),
    /** A metadata assertion breaks the rules of the standard. */
    ASSERTION_METADATA_MALFORMED(
            "assertion.metadata.malformed", Kind.FAILURE, "a metadata assertion breaks the rules of the standard"),
    /** The claim names an assertion that is not there. */
    ASSERTION_MISSING("assertion.missing", Kind.FAILURE, "the claim names an assertion that is not there"),
    /** The multi-asset hash breaks the rules of the standard. */
    ASSERTION_MULTI_ASSET_HASH_MALFORMED(
            "assertion.multiAssetHash.malformed",
            Kind.FAILURE,
            "the multi-asset hash breaks the rules of the standard"),
    /** A part of the file was changed after signing. */
    ASSERTION_MULTI_ASSET_HASH_MISMATCH(
            "assertion.multiAssetHash.mismatch", Kind.FAILURE, "a part of the file was changed after signing"),
    /** A part of the file is missing. */
    ASSERTION_MULTI_ASSET_HASH_MISSING_PART(
            "assertion.multiAssetHash.missingPart", Kind.FAILURE, "a part of the file is missing"),
    /** The manifest has more than one hard binding. */
    ASSERTION_MULTIPLE_HARD_BINDINGS(
            "assertion.multipleHardBindings", Kind.FAILURE, "the manifest has more than one hard binding"),
    /** An assertion that should be redacted has content. */
    ASSERTION_NOT_REDACTED("assertion.notRedacted", Kind.FAILURE, "an assertion that should be redacted has content"),
    /** The claim names an assertion of another manifest. */
    ASSERTION_OUTSIDE_MANIFEST(
            "assertion.outsideManifest", Kind.FAILURE, "the claim names an assertion of another manifest"),
    /** A manifest redacts an assertion of its own. */
    ASSERTION_SELF_REDACTED("assertion.selfRedacted", Kind.FAILURE, "a manifest redacts an assertion of its own"),
    /** A time-stamp assertion cannot be read. */
    ASSERTION_TIMESTAMP_MALFORMED(
            "assertion.timestamp.malformed", Kind.FAILURE, "a time-stamp assertion cannot be read"),
    /** The manifest holds an assertion that the claim does not name. */
    ASSERTION_UNDECLARED(
            "assertion.undeclared", Kind.FAILURE, "the manifest holds an assertion that the claim does not name"),
    /** The manifest does not say how the picture came to be. */
    CLAIM_ACTIONS_MISSING(
            "claim.actions.missing", Kind.FAILURE, "the manifest does not say how the picture came to be"),
    /** The claim is not well-formed CBOR. */
    CLAIM_CBOR_INVALID("claim.cbor.invalid", Kind.FAILURE, "the claim is not well-formed CBOR"),
    /** Nothing ties the manifest to the picture. */
    CLAIM_HARD_BINDINGS_MISSING("claim.hardBindings.missing", Kind.FAILURE, "nothing ties the manifest to the picture"),
    /** The claim breaks the rules of the standard. */
    CLAIM_MALFORMED("claim.malformed", Kind.FAILURE, "the claim breaks the rules of the standard"),
    /** The manifest has no claim. */
    CLAIM_MISSING("claim.missing", Kind.FAILURE, "the manifest has no claim"),
    /** The manifest has more than one claim. */
    CLAIM_MULTIPLE("claim.multiple", Kind.FAILURE, "the manifest has more than one claim"),
    /** The signature does not fit the claim. */
    CLAIM_SIGNATURE_MISMATCH("claimSignature.mismatch", Kind.FAILURE, "the signature does not fit the claim"),
    /** The claim is not signed. */
    CLAIM_SIGNATURE_MISSING("claimSignature.missing", Kind.FAILURE, "the claim is not signed"),
    /** The claim was signed while the certificate was not valid. */
    CLAIM_SIGNATURE_OUTSIDE_VALIDITY(
            "claimSignature.outsideValidity", Kind.FAILURE, "the claim was signed while the certificate was not valid"),
    /** The credential cannot be read. */
    GENERAL_ERROR("general.error", Kind.FAILURE, "the credential cannot be read"),
    /** Something that an assertion refers to was changed. */
    HASHED_URI_MISMATCH("hashedURI.mismatch", Kind.FAILURE, "something that an assertion refers to was changed"),
    /** Something that an assertion refers to is not there. */
    HASHED_URI_MISSING("hashedURI.missing", Kind.FAILURE, "something that an assertion refers to is not there"),
    /** The claim signature of an ingredient was changed. */
    INGREDIENT_CLAIM_SIGNATURE_MISMATCH(
            "ingredient.claimSignature.mismatch", Kind.FAILURE, "the claim signature of an ingredient was changed"),
    /** The claim signature of an ingredient is not there. */
    INGREDIENT_CLAIM_SIGNATURE_MISSING(
            "ingredient.claimSignature.missing", Kind.FAILURE, "the claim signature of an ingredient is not there"),
    /** The manifest of an ingredient was changed. */
    INGREDIENT_MANIFEST_MISMATCH(
            "ingredient.manifest.mismatch", Kind.FAILURE, "the manifest of an ingredient was changed"),
    /** The manifest of an ingredient is not there. */
    INGREDIENT_MANIFEST_MISSING(
            "ingredient.manifest.missing", Kind.FAILURE, "the manifest of an ingredient is not there"),
    /** A compressed manifest cannot be read. */
    MANIFEST_COMPRESSED_INVALID("manifest.compressed.invalid", Kind.FAILURE, "a compressed manifest cannot be read"),
    /** The manifest is kept elsewhere and cannot be reached. */
    MANIFEST_INACCESSIBLE(
            "manifest.inaccessible", Kind.FAILURE, "the manifest is kept elsewhere and cannot be reached"),
    /** The manifest that was fetched from elsewhere cannot be read. */
    MANIFEST_INACCESSIBLE_MALFORMED(
            "manifest.inaccessible.malformed",
            Kind.FAILURE,
            "the manifest is kept elsewhere, and what is there cannot be read"),
    /** The manifest has more than one parent. */
    MANIFEST_MULTIPLE_PARENTS("manifest.multipleParents", Kind.FAILURE, "the manifest has more than one parent"),
    /** A time-stamp manifest breaks the rules of the standard. */
    MANIFEST_TIMESTAMP_INVALID(
            "manifest.timestamp.invalid", Kind.FAILURE, "a time-stamp manifest breaks the rules of the standard"),
    /** A time-stamp manifest has the wrong parents. */
    MANIFEST_TIMESTAMP_WRONG_PARENTS(
            "manifest.timestamp.wrongParents", Kind.FAILURE, "a time-stamp manifest has the wrong parents"),
    /** An update manifest holds what it may not. */
    MANIFEST_UPDATE_INVALID("manifest.update.invalid", Kind.FAILURE, "an update manifest holds what it may not"),
    /** An update manifest has the wrong parents. */
    MANIFEST_UPDATE_WRONG_PARENTS(
            "manifest.update.wrongParents", Kind.FAILURE, "an update manifest has the wrong parents"),
    /** The signer's certificate breaks the certificate profile. */
    SIGNING_CREDENTIAL_INVALID(
            "signingCredential.invalid", Kind.FAILURE, "the signer's certificate breaks the certificate profile"),
    /** The signer's certificate was revoked. */
    SIGNING_CREDENTIAL_OCSP_REVOKED(
            "signingCredential.ocsp.revoked", Kind.FAILURE, "the signer's certificate was revoked"),
    /** The signer's certificate leads to no trust anchor. */
    SIGNING_CREDENTIAL_UNTRUSTED(
            "signingCredential.untrusted", Kind.FAILURE, "the signer's certificate leads to no trust anchor"),
    /** The identity assertion refers to an assertion twice. */
    CAWG_IDENTITY_ASSERTION_DUPLICATE(
            "cawg.identity.assertion.duplicate", Kind.FAILURE, "the identity assertion refers to an assertion twice"),
    /** The identity assertion refers to an assertion that the claim does not name so. */
    CAWG_IDENTITY_ASSERTION_MISMATCH(
            "cawg.identity.assertion.mismatch",
            Kind.FAILURE,
            "the identity assertion refers to an assertion that the claim does not name so"),
    /** The identity assertion cannot be read. */
    CAWG_IDENTITY_CBOR_INVALID("cawg.identity.cbor.invalid", Kind.FAILURE, "the identity assertion cannot be read"),
    /** The credential of the identity assertion was revoked. */
    CAWG_IDENTITY_CREDENTIAL_REVOKED(
            "cawg.identity.credential_revoked", Kind.FAILURE, "the credential of the identity assertion was revoked"),
    /** The identity assertion does not cover the hard binding. */
    CAWG_IDENTITY_HARD_BINDING_MISSING(
            "cawg.identity.hard_binding_missing",
            Kind.FAILURE,
            "the identity assertion does not cover the hard binding"),
    /** The identity assertion covers another hard binding. */
    CAWG_IDENTITY_HARD_BINDING_INCORRECT(
            "cawg.identity.hard_binding_incorrect", Kind.FAILURE, "the identity assertion covers another hard binding"),
    /** The padding of the identity assertion is not empty. */
    CAWG_IDENTITY_PAD_INVALID(
            "cawg.identity.pad.invalid", Kind.FAILURE, "the padding of the identity assertion is not empty"),
    /** The identity assertion is signed in an unknown way. */
    CAWG_IDENTITY_SIG_TYPE_UNKNOWN(
            "cawg.identity.sig_type.unknown", Kind.FAILURE, "the identity assertion is signed in an unknown way"),
    /** The identity assertion is signed with an algorithm that is not allowed. */
    CAWG_X509_ALGORITHM_UNSUPPORTED(
            "cawg.x509.algorithm.unsupported",
            Kind.FAILURE,
            "the identity assertion is signed with an algorithm that is not allowed"),
    /** The certificate of the identity assertion leads to no trust anchor. */
    CAWG_X509_CREDENTIAL_UNTRUSTED(
            "cawg.x509.credential.untrusted",
            Kind.FAILURE,
            "the certificate of the identity assertion leads to no trust anchor"),
    /** The signature does not fit the identity assertion. */
    CAWG_X509_SIGNATURE_MISMATCH(
            "cawg.x509.signature.mismatch", Kind.FAILURE, "the signature does not fit the identity assertion"),
    /** The identity assertion was signed while its certificate was not valid. */
    CAWG_X509_SIGNATURE_OUTSIDE_VALIDITY(
            "cawg.x509.signature.outside_validity",
            Kind.FAILURE,
            "the identity assertion was signed while its certificate was not valid"),
    /** The identity credential is not COSE. */
    CAWG_ICA_INVALID_COSE_SIGN1("cawg.ica.invalid_cose_sign1", Kind.FAILURE, "the identity credential is not COSE"),
    /** The identity credential is signed with an algorithm that is not allowed. */
    CAWG_ICA_INVALID_ALG(
            "cawg.ica.invalid_alg",
            Kind.FAILURE,
            "the identity credential is signed with an algorithm that is not allowed"),
    /** The identity credential is of another type. */
    CAWG_ICA_INVALID_CONTENT_TYPE(
            "cawg.ica.invalid_content_type", Kind.FAILURE, "the identity credential is of another type"),
    /** The identity credential is not a verifiable credential. */
    CAWG_ICA_INVALID_VERIFIABLE_CREDENTIAL(
            "cawg.ica.invalid_verifiable_credential",
            Kind.FAILURE,
            "the identity credential is not a verifiable credential"),
    /** The issuer of the identity credential cannot be used. */
    CAWG_ICA_INVALID_ISSUER(
            "cawg.ica.invalid_issuer", Kind.FAILURE, "the issuer of the identity credential cannot be used"),
    /** The issuer of the identity credential is named in an unknown way. */
    CAWG_ICA_DID_UNSUPPORTED_METHOD(
            "cawg.ica.did_unsupported_method",
            Kind.FAILURE,
            "the issuer of the identity credential is named in an unknown way"),
    /** The key of the credential's issuer cannot be had. */
    CAWG_ICA_DID_UNAVAILABLE(
            "cawg.ica.did_unavailable", Kind.FAILURE, "the key of the credential's issuer cannot be had"),
    /** The issuer's key cannot be read. */
    CAWG_ICA_INVALID_DID_DOCUMENT("cawg.ica.invalid_did_document", Kind.FAILURE, "the issuer's key cannot be read"),
    /** The signature does not fit the identity credential. */
    CAWG_ICA_SIGNATURE_MISMATCH(
            "cawg.ica.signature_mismatch", Kind.FAILURE, "the signature does not fit the identity credential"),
    /** The time-stamp of the identity credential is not valid. */
    CAWG_ICA_TIME_STAMP_INVALID(
            "cawg.ica.time_stamp.invalid", Kind.FAILURE, "the time-stamp of the identity credential is not valid"),
    /** The identity credential does not say since when it is valid. */
    CAWG_ICA_VALID_FROM_MISSING(
            "cawg.ica.valid_from.missing", Kind.FAILURE, "the identity credential does not say since when it is valid"),
    /** The identity credential was not valid yet. */
    CAWG_ICA_VALID_FROM_INVALID(
            "cawg.ica.valid_from.invalid", Kind.FAILURE, "the identity credential was not valid yet"),
    /** The identity credential was not valid any more. */
    CAWG_ICA_VALID_UNTIL_INVALID(
            "cawg.ica.valid_until.invalid", Kind.FAILURE, "the identity credential was not valid any more"),
    /** The identity credential speaks of another picture. */
    CAWG_ICA_SIGNER_PAYLOAD_MISMATCH(
            "cawg.ica.signer_payload.mismatch", Kind.FAILURE, "the identity credential speaks of another picture"),
    /** The identity credential names nobody. */
    CAWG_ICA_VERIFIED_IDENTITIES_MISSING(
            "cawg.ica.verified_identities.missing", Kind.FAILURE, "the identity credential names nobody"),
    /** An identity of the identity credential is incomplete. */
    CAWG_ICA_VERIFIED_IDENTITIES_INVALID(
            "cawg.ica.verified_identities.invalid",
            Kind.FAILURE,
            "an identity of the identity credential is incomplete");

    /** What a code says about the check that gave it. */
    public enum Kind {
        /** A check passed. */
        SUCCESS,
        /** Something worth knowing that decides nothing. */
        INFORMATIONAL,
        /** A check failed. */
        FAILURE
    }

    private final String code;
    private final Kind kind;
    private final String meaning;

    StatusCode(String code, Kind kind, String meaning) {
        this.code = code;
        this.kind = kind;
        this.meaning = meaning;
    }

    /** The constant of a code as the standard spells it; nothing for a code that is not of the standard. */
    public static Optional<StatusCode> of(String code) {
        for (StatusCode status : values()) {
            if (status.code.equals(code)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /** The code as the standard spells it, such as {@code "assertion.dataHash.match"}. */
    public String code() {
        return code;
    }

    /** Whether the code tells of a success, a failure or neither. */
    public Kind kind() {
        return kind;
    }

    /** What the code means, in plain words that could end a sentence. */
    public String meaning() {
        return meaning;
    }

    /** The code as the standard spells it. */
    @Override
    public String toString() {
        return code;
    }
}
