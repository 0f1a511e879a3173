package org.inkseal.cli;

import org.inkseal.cbor.Value;
import org.inkseal.report.Report;

final class ManifestStoreJson {
    private ManifestStoreJson() {}

    static Value.Dict of(Report report) {
        return Value.dict().put("validation_state", report.state().label()).build();
    }
}
