// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Reporter;
import dev.gatewaybackends.gatewayapi.v1.BackendTlsPolicy;
import dev.gatewaybackends.gatewayapi.v1.LocalPolicyTargetReferenceWithSectionName;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.read.ResourceEntry;
import dev.gatewaybackends.read.UnrecognizedResource;
import dev.gatewaybackends.validate.ResourceVerdict;
import dev.gatewaybackends.validate.ValidationResult;
import java.util.ArrayList;
import java.util.List;

/** Says which resources ask something of the proxy that no translation does, be it to guard a prompt or to speak TLS. */
final class UnappliedPolicies {
    private UnappliedPolicies() {}

    static Diagnostics of(ValidationResult validation) {
        List<Diagnostic> found = new ArrayList<>(0);
        for (ResourceVerdict verdict : validation.verdicts()) {
            ResourceEntry entry = verdict.entry();
            List<Diagnostic> findings = new ArrayList<>(0);
            report(entry.resource(), new Reporter(entry.key(), FieldPath.root(), findings::add));
            found.addAll(entry.located(findings));
        }
        return Diagnostics.of(found);
    }

    private static void report(KubernetesResource resource, Reporter reporter) {
        if (resource instanceof UnrecognizedResource && resource.group().equals(Backend.GROUP)) {
            reporter.warning(
                    FieldPath.root(),
                    Reason.NOT_TRANSLATED,
                    resource.kind() + " is not translated: the output is as it would be without this one");
        } else if (resource instanceof BackendTlsPolicy policy && policy.spec() != null) {
            List<LocalPolicyTargetReferenceWithSectionName> targets =
                    policy.spec().targetRefs();
            for (int i = 0; i < targets.size(); i++) {
                LocalPolicyTargetReferenceWithSectionName target = targets.get(i);
                if (target != null && Backend.GROUP.equals(target.group()) && Backend.KIND.equals(target.kind())) {
                    reporter.warning(
                            FieldPath.of("spec", "targetRefs").item(i),
                            Reason.NOT_TRANSLATED,
                            "BackendTLSPolicy is not translated: the cluster of Backend " + target.name()
                                    + " is as it would be without this one");
                }
            }
        }
    }
}
