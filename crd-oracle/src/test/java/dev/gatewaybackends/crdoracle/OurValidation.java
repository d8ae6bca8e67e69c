// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.ValidationProfile;
import dev.gatewaybackends.validate.ResourceValidator;
import dev.gatewaybackends.validate.ResourceVerdict;
import java.util.List;

/** Asks the library, with the plugins on the class path. */
final class OurValidation {
    private final ResourceReader reader;
    private final ResourceValidator validator;

    OurValidation(ValidationProfile profile) {
        PluginRegistry plugins = PluginRegistry.discover();
        this.reader = ResourceReader.builder().plugins(plugins).profile(profile).build();
        this.validator =
                ResourceValidator.builder().plugins(plugins).profile(profile).build();
    }

    /**
     * What the library says.
     *
     * @param unknownFields the paths of the fields that it does not know
     * @param errors why it rejects the document, each as {@code path: message}
     */
    record Verdict(boolean isAccepted, List<String> unknownFields, List<String> errors) {
        /** Returns whether it looked at the rules across fields. */
        boolean checksRules() {
            return errors.stream().noneMatch(error -> error.contains("some validation rules were not checked"));
        }
    }

    /** Returns the verdict on the document. */
    Verdict judge(ObjectNode document) {
        ResourceSet read = reader.readText(document.toString());
        List<ResourceVerdict> verdicts = validator.validate(read).verdicts();
        if (verdicts.size() != 1) {
            throw new IllegalStateException("not read as one resource: " + read.diagnostics());
        }
        ResourceVerdict verdict = verdicts.get(0);
        return new Verdict(
                verdict.isAccepted(),
                verdict.entry().problems().stream()
                        .filter(problem -> problem.reason().equals(Reason.UNKNOWN_FIELD))
                        .map(problem -> problem.path().toString())
                        .toList(),
                verdict.errors().stream()
                        .map(error -> error.path() + ": " + error.message())
                        .toList());
    }
}
