package org.inkseal.cli;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.cbor.Value;
import org.inkseal.report.Finding;
import org.inkseal.report.Findings;
import org.inkseal.report.IngredientDelta;

/** Findings in the JSON form that other tools of the standard use too. */
final class StatusJson {
    private StatusJson() {}

    /** Three lists of findings. */
    static Value.Dict of(Findings findings) {
        return Value.dict()
                .put("success", of(findings.success()))
                .put("informational", of(findings.informational()))
                .put("failure", of(findings.failure()))
                .build();
    }

    /** A list of findings. */
    static List<Value> of(List<Finding> findings) {
        List<Value> list = new ArrayList<>();
        for (Finding finding : findings) {
            list.add(Value.dict()
                    .put("code", finding.code().code())
                    .put("url", finding.uri())
                    .put("explanation", finding.explanation())
                    .build());
        }
        return list;
    }

    /** What is new about ingredients. */
    static List<Value> ofDeltas(List<IngredientDelta> deltas) {
        List<Value> list = new ArrayList<>();
        for (IngredientDelta delta : deltas) {
            list.add(Value.dict()
                    .put("ingredientAssertionURI", delta.ingredientAssertionUri())
                    .put("validationDeltas", of(delta.findings()))
                    .build());
        }
        return list;
    }
}
