// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Reporter;
import dev.gatewaybackends.gatewayapi.v1.BackendTlsPolicy;
import dev.gatewaybackends.gatewayapi.v1.LocalPolicyTargetReferenceWithSectionName;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.read.UnrecognizedResource;
import java.util.List;

/** Says which resources ask something of the proxy that no translation does, be it to guard a prompt or to speak TLS. */
final class UnappliedPolicies {
    private UnappliedPolicies() {}

    /** Returns whether a resource is of a kind that may ask something of the proxy. */
    static boolean concern(KubernetesResource resource) {
        return resource instanceof UnrecognizedResource || resource instanceof BackendTlsPolicy;
    }

    /** Reports what is not applied of a valid resource. */
    static void report(KubernetesResource resource, Reporter reporter) {
        if (resource instanceof UnrecognizedResource && resource.group().equals(Backend.GROUP)) {
            reporter.warning(
                    FieldPath.root(),
                    Reason.NOT_TRANSLATED,
                    resource.kind() + " is not translated: the output is as it would be without this one");
        } else if (resource instanceof BackendTlsPolicy policy) {
            List<LocalPolicyTargetReferenceWithSectionName> targets =
                    policy.spec().targetRefs();
            for (int i = 0; i < targets.size(); i++) {
                LocalPolicyTargetReferenceWithSectionName target = targets.get(i);
                if (Backend.GROUP.equals(target.group()) && Backend.KIND.equals(target.kind())) {
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
