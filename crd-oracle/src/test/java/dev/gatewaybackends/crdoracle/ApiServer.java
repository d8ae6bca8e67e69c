// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Says of a new object what the API server would say that has one version of a CRD; metadata is taken for valid. */
final class ApiServer {
    private final CrdVersion crd;
    private final SchemaRules schema;
    private final boolean hasRules;

    ApiServer(CrdVersion crd) {
        this.crd = crd;
        this.schema = new SchemaRules(crd.schema());
        this.hasRules = crd.schema().findValue("x-kubernetes-validations") != null;
    }

    /**
     * What the API server says.
     *
     * @param unknownFields the paths of the fields that are not stored
     * @param faults what the schema does not allow
     * @param checksRules whether it looked at the CEL rules: not all faults keep it from that
     * @param messages the messages of the CEL rules that do not hold
     */
    record Verdict(
            List<String> unknownFields, List<SchemaRules.Fault> faults, boolean checksRules, List<String> messages) {
        boolean isAccepted() {
            return faults.isEmpty() && messages.isEmpty();
        }
    }

    /** Returns the verdict on the document, which stays as it is. */
    Verdict judge(ObjectNode document) {
        StoredForm stored = StoredForm.onCreate(crd, document);
        List<SchemaRules.Fault> faults = schema.faults(stored.object());
        boolean checksRules = !hasRules || faults.stream().noneMatch(SchemaRules.Fault::blocks);
        return new Verdict(
                stored.unknownFields(),
                faults,
                checksRules,
                checksRules ? CelRules.violations(crd.schema(), stored.object()) : List.of());
    }
}
